"""Search over everything the content says: words in any script, long vowels folded, a typo forgiven."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from attrs import field, frozen
from rapidfuzz import process
from rapidfuzz.distance import OSA

from ssw_tui.folding import fold

WORD = re.compile(r"no\.[12]\b|[\w\u0900-\u0963\u0966-\u1049\u104c-\u109f\u1780-\u17d3]+")
"""A word, with the vowel signs of Nepali, Thai, Burmese and Khmer, which are no letters by themselves."""
APOSTROPHE = re.compile("['\u2019]")
KANJI = re.compile(r"[一-鿿]{2,}")
FIRST_WIDE = "\u2e80"
"""From here on characters are of double width; a text may be cut between any two of them."""
FIRST_UNSPACED = "\u0e00"
"""From here on (Thai, Burmese, Japanese) there are no spaces between words."""
NUMBER = re.compile(r"\bno\.? ?([12])\b")
"""No.1 and No.2, as people type them."""
IN_TITLE, IN_PHRASE, IN_TEXT = (10.0, 7.0, 5.0), (7.0, 5.0, 3.5), (3.0, 2.5, 1.5)
"""What a word counts: whole, as the start of a word, and anywhere."""
MOST_IN_TEXT = max(IN_TEXT)
ONLY_IN_TEXT = 0.8
"""How far a word counts as found that only the text holds."""
EXACTLY = 1.5
"""How much more a record counts that bears the very name that was typed."""
SMALL = """\
a also am an and are as at be been but by can did do does for from get got had happen happened happens has have he
her him his how i if im in is it its japan just let me must my need needs now of ok on or our please say says she should
so ssw still that the their them they this to very want wanted wants was we were what when where which who why will
with would you your"""
NUMBERS = "two three four five six seven eight nine ten"
DIGITS = {word: str(number) for number, word in enumerate(NUMBERS.split(), start=2)}
"""Numbers that people write as words as often as in digits."""
ALIKE = 0.77
"""How like a known word a word must be to be read as it: the share of its letters that may stay."""
EXCERPT, LEAD = 90, 30
"""How many characters an excerpt has, and how many of them come before what was found."""


SMALL_WORDS = frozenset(fold(word) for word in SMALL.split())


@frozen(kw_only=True, eq=False)
class Entry:
    """Something that can be found; like nothing but itself, so that what is worked out of many is kept for them."""

    kind: str
    """What it is: field, risk, answer, term ..."""
    id: str
    """Which one."""
    title: str
    """What a list calls it."""
    words: str = ""
    """Other names that count like the title."""
    phrases: tuple[str, ...] = ()
    """What people type who look for it: one word counts like the title, a longer phrase most when it is typed whole."""
    text: str = ""
    """What it says."""
    weight: float = 1.0
    """How much it is preferred among equals: an answer before a source."""
    folded_title: str = field(init=False)
    """Title, other names and phrases of one word, folded, with a space before and after each word."""
    folded_phrases: str = field(init=False)
    """The longer phrases, likewise."""
    folded_text: str = field(init=False)
    """The text, likewise."""
    known_words: frozenset[str] = field(init=False)
    """All of them but those of the text."""
    name_words: list[str] = field(init=False)
    """The words of the title alone, folded, without small ones."""
    phrase_words: tuple[frozenset[str], ...] = field(init=False)
    """The words of each phrase, folded, without small ones."""

    @folded_title.default
    def _fold_title(self) -> str:
        return _spaced(" ".join((self.title, self.words, *(phrase for phrase in self.phrases if _is_one_word(phrase)))))

    @folded_phrases.default
    def _fold_phrases(self) -> str:
        return _spaced(" ".join(phrase for phrase in self.phrases if not _is_one_word(phrase)))

    @folded_text.default
    def _fold_text(self) -> str:
        return _spaced(self.text)

    @known_words.default
    def _split_known(self) -> frozenset[str]:
        return frozenset((*self.folded_title.split(), *self.folded_phrases.split()))

    @name_words.default
    def _split_name(self) -> list[str]:
        return _telling(_words(self.title))

    @phrase_words.default
    def _split_phrases(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(_telling(_words(phrase))) for phrase in self.phrases)


def _words(text: str) -> list[str]:
    return [DIGITS.get(word, word) for word in WORD.findall(APOSTROPHE.sub("", fold(text)))]


def _spaced(text: str) -> str:
    return f" {' '.join(_words(text))} "


def _is_one_word(phrase: str) -> bool:
    return len(_words(phrase)) == 1


def _telling(words: list[str]) -> list[str]:
    """Leave small words out, unless there are no others."""
    return [word for word in words if word not in SMALL_WORDS] or words


@frozen(kw_only=True)
class Hit:
    """Something that was found."""

    kind: str
    id: str
    title: str
    excerpt: str


def find(entries: Iterable[Entry], words: str, most: int = 30) -> tuple[Hit, ...]:
    """Find what fits the words typed, best first; small words count only when there are no others."""
    listed = tuple(entries)
    wanted = _read(listed, words)
    if not wanted:
        return ()
    fits = zip(*(_fits(listed, word) for word in wanted), strict=True)
    scored = [(_score(entry, wanted, fit), entry) for entry, fit in zip(listed, fits, strict=True) if any(fit)]
    scored.sort(key=lambda pair: (-pair[0], pair[1].folded_title.find(wanted[0]), pair[1].title))
    return tuple(
        Hit(kind=entry.kind, id=entry.id, title=entry.title, excerpt=_excerpt(entry, wanted))
        for score, entry in scored[:most]
        if score
    )


@lru_cache(maxsize=1)
def _known(entries: tuple[Entry, ...]) -> Mapping[str, Sequence[str]]:
    """Give the words of all titles and phrases, by the character they begin with."""
    known: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(frozenset().union(*(entry.known_words for entry in entries))):
        known[word[0]].append(word)
    return known


def _read(entries: tuple[Entry, ...], typed: str) -> list[str]:
    """Give the words to look for: one that no entry holds is read as the known ones that it is made of, or is like."""
    wanted = _telling(_words(NUMBER.sub(r"no.\1", fold(typed))))
    is_known = {word: any(_fits(entries, word)) for word in wanted}
    if all(is_known.values()) and max("".join(wanted), default="") < FIRST_UNSPACED:
        return wanted
    known = _known(entries)
    read = (_phrase if max(word) >= FIRST_UNSPACED else _meant for word in wanted)
    return [one for word, meant in zip(wanted, read, strict=True) for one in meant(word, known, is_known[word])]


def _phrase(phrase: str, known: Mapping[str, Sequence[str]], is_known: bool) -> list[str]:
    """Give the known words in a phrase without spaces; one that is known as it stands comes first."""
    parts = list(_inside(phrase, known))
    if is_known:
        return [phrase, *(parts if len(parts) > 1 else ())]
    return parts or KANJI.findall(phrase) or [phrase]


def _meant(word: str, known: Mapping[str, Sequence[str]], is_known: bool) -> list[str]:
    """Give the known word most like a word that is none, else the word itself."""
    alike = () if is_known else known.get(word[0], ())
    near = process.extractOne(word, alike, scorer=OSA.normalized_similarity, score_cutoff=ALIKE)
    return [near[0] if near else word]


def _inside(phrase: str, known: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Give the known words of which a phrase without spaces is made, the longest first, none inside another."""
    possible = (word for first in set(phrase) if first >= FIRST_UNSPACED for word in known.get(first, ()))
    words = (word for word in possible if 1 < len(word) < len(phrase) and word in phrase)
    for word in sorted(words, key=lambda word: (-len(word), word)):
        if word in phrase:
            phrase = phrase.replace(word, " ")
            yield word


def _score(entry: Entry, wanted: list[str], scores: Sequence[float]) -> float:
    """Add up how well each word fits; where some words are missing, a title must hold one of the others."""
    if max(scores) <= MOST_IN_TEXT and not all(scores):
        return 0.0
    share = sum(_found(score) for score in scores) / len(scores)
    exactly = EXACTLY if entry.name_words == wanted else 1.0
    return sum(scores) * share**2 * entry.weight * exactly * (1 + _phrase_share(entry, frozenset(wanted)))


def _found(score: float) -> float:
    """Give how far a word counts as found: wholly in a title, less in a text."""
    if score > MOST_IN_TEXT:
        return 1.0
    return ONLY_IN_TEXT if score else 0.0


def _phrase_share(entry: Entry, wanted: frozenset[str]) -> float:
    """Give how much of what was typed is one of the phrases that lead to the record."""
    return max((len(phrase) for phrase in entry.phrase_words if phrase <= wanted), default=0) / len(wanted)


@lru_cache(maxsize=8)
def _fits(entries: tuple[Entry, ...], word: str) -> Sequence[float]:
    """Give how well a word fits each entry; the words before the one that is being typed stay the same."""
    return [_word_score(entry, word) for entry in entries]


def _word_score(entry: Entry, word: str) -> float:
    for text, (whole, start, part) in (
        (entry.folded_title, IN_TITLE),
        (entry.folded_phrases, IN_PHRASE),
        (entry.folded_text, IN_TEXT),
    ):
        if word not in text:
            continue
        if f" {word}" in text:
            return whole if f" {word} " in text else start
        # Inside a Latin word it is chance ("age" in "language"); Japanese has no spaces between words.
        if not word.isascii():
            return part
    return 0.0


def _excerpt(entry: Entry, wanted: list[str]) -> str:
    begin = _cut(entry.text, max(0, min(_places(entry, wanted), default=0) - LEAD))
    end = _cut(entry.text, begin + EXCERPT)
    piece = entry.text[begin:end].strip()
    return ("... " if begin else "") + piece + (" ..." if end < len(entry.text) else "")


def _cut(text: str, place: int) -> int:
    """Give the nearest place at or before this one where a text may be cut: never inside a word."""
    if place >= len(text):
        return len(text)
    while place and not _may_cut(text[place - 1], text[place]):
        place -= 1
    return place


def _may_cut(before: str, after: str) -> bool:
    return " " in (before, after) or max(before, after) >= FIRST_WIDE


def _places(entry: Entry, wanted: list[str]) -> Iterator[int]:
    """Say where about in the text the words stand; folding makes a text shorter, evenly enough for an excerpt."""
    stretch = len(entry.text) / max(1, len(entry.folded_text))
    for word in wanted:
        place = entry.folded_text.find(f" {word}")
        place = entry.folded_text.find(word) if place < 0 else place
        if place >= 0:
            yield round(place * stretch)
