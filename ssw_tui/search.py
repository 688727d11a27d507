"""Search over everything the content says: words in any script, long vowels folded, a typo forgiven."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from attrs import field, frozen
from rapidfuzz import fuzz, process

WORD = re.compile(r"\w+", re.UNICODE)
LONG_VOWELS = re.compile(r"ou|oo|oh(?=[^aeiou]|$)")
TITLE_WHOLE, TITLE_START, TITLE_PART, TEXT_WORD, TEXT_PART, TYPO = 10.0, 7.0, 5.0, 3.0, 1.5, 1.0
ALIKE = 82
EXCERPT = 90
SMALL_WORDS = frozenset(
    (
        "a",
        "an",
        "and",
        "are",
        "can",
        "do",
        "for",
        "i",
        "if",
        "in",
        "is",
        "it",
        "me",
        "my",
        "of",
        "on",
        "or",
        "the",
        "to",
    )
) | frozenset(("was", "what", "will", "with", "you"))


@frozen(kw_only=True)
class Entry:
    """Something that can be found."""

    kind: str
    """What it is: field, risk, answer, term ..."""
    id: str
    """Which one."""
    title: str
    """What a list calls it."""
    words: str = ""
    """Other names that count like the title."""
    text: str = ""
    """What it says."""
    weight: float = 1.0
    """How much it is preferred among equals: an answer before a source."""
    folded_title: str = field(init=False)
    folded_text: str = field(init=False)

    @folded_title.default
    def _fold_title(self) -> str:
        return fold(f"{self.title} {self.words}")

    @folded_text.default
    def _fold_text(self) -> str:
        return fold(self.text)


@frozen(kw_only=True)
class Hit:
    """Something that was found."""

    kind: str
    id: str
    title: str
    excerpt: str


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Give a text as it is compared: full width and half width alike, no case, no marks, no long vowels."""
    plain = unicodedata.normalize("NFKC", text).lower()
    if plain.isascii():
        return LONG_VOWELS.sub("o", plain)
    letters = (c for c in unicodedata.normalize("NFD", plain) if not ("\u0300" <= c <= "\u036f"))
    return LONG_VOWELS.sub("o", unicodedata.normalize("NFC", "".join(letters)))


def find(entries: Iterable[Entry], words: str, most: int = 30) -> tuple[Hit, ...]:
    """Find what fits every word typed best, best first; small words count only when there are no others."""
    wanted = [word for word in WORD.findall(fold(words)) if word not in SMALL_WORDS] or WORD.findall(fold(words))
    if not wanted:
        return ()
    listed = list(entries)
    scored = [(score, entry) for entry in listed if (score := _score(entry, wanted)) > 0]
    if not scored:
        scored = _forgiving(listed, wanted)
    scored.sort(key=lambda pair: (-pair[0], pair[1].title))
    return tuple(
        Hit(kind=entry.kind, id=entry.id, title=entry.title, excerpt=_excerpt(entry, wanted))
        for _, entry in scored[:most]
    )


def _score(entry: Entry, wanted: list[str]) -> float:
    scores = [_word_score(entry, word) for word in wanted]
    if not any(scores):
        return 0.0
    share = sum(1 for score in scores if score) / len(scores)
    return sum(scores) * share**3 * entry.weight


def _word_score(entry: Entry, word: str) -> float:
    titles, text = entry.folded_title, entry.folded_text
    if word in titles:
        if re.search(rf"\b{re.escape(word)}\b", titles):
            return TITLE_WHOLE
        return TITLE_START if re.search(rf"\b{re.escape(word)}", titles) else TITLE_PART
    if word in text:
        return TEXT_WORD if re.search(rf"\b{re.escape(word)}", text) else TEXT_PART
    return 0.0


def _forgiving(entries: list[Entry], wanted: list[str]) -> list[tuple[float, Entry]]:
    """Read each word as the known word most like it."""
    known = {word for entry in entries for word in WORD.findall(entry.folded_title) if len(word) > 2}
    read = [process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=ALIKE - 12) for word in wanted]
    meant = [found[0] for found in read if found]
    return [(score * TYPO, entry) for entry in entries if meant and (score := _score(entry, meant)) > 0]


def _excerpt(entry: Entry, wanted: list[str]) -> str:
    places = [place for word in wanted if (place := entry.folded_text.find(word)) >= 0]
    begin = max(0, min(places, default=0) - 30)
    begin = entry.text.rfind(" ", 0, begin) + 1 if begin else 0
    piece = entry.text[begin : begin + EXCERPT]
    return ("... " if begin else "") + piece + (" ..." if begin + EXCERPT < len(entry.text) else "")
