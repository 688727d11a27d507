"""Whom to call, in which language, at what hours, and what to say."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from ssw_tui.advice.opening_hours import Answer, opening
from ssw_tui.output.page import Block, Heading, Item, Page, Pair, Paragraph, Tone
from ssw_tui.output.pages.common import say_day, sources
from ssw_tui.reader import Reader
from ssw_tui.records.risk import HelpLine

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Language(NamedTuple):
    """How a language is called."""

    name: str
    """In English."""
    name_ja: str
    """In Japanese."""
    kana: str
    """How to say that."""


_EAST = {
    "ja": Language("Japanese", "日本語", "にほんご"),
    "zh": Language("Chinese", "中国語", "ちゅうごくご"),
    "ko": Language("Korean", "韓国語", "かんこくご"),
    "vi": Language("Vietnamese", "ベトナム語", "ベトナムご"),
    "fil": Language("Filipino", "フィリピノ語", "フィリピノご"),
    "tl": Language("Tagalog", "タガログ語", "タガログご"),
    "ne": Language("Nepali", "ネパール語", "ネパールご"),
    "id": Language("Indonesian", "インドネシア語", "インドネシアご"),
    "th": Language("Thai", "タイ語", "タイご"),
    "km": Language("Khmer", "クメール語", "クメールご"),
    "my": Language("Burmese", "ミャンマー語", "ミャンマーご"),
    "mn": Language("Mongolian", "モンゴル語", "モンゴルご"),
    "lo": Language("Lao", "ラオス語", "ラオスご"),
    "ms": Language("Malay", "マレー語", "マレーご"),
}
_OTHERS = {
    "en": Language("English", "英語", "えいご"),
    "es": Language("Spanish", "スペイン語", "スペインご"),
    "pt": Language("Portuguese", "ポルトガル語", "ポルトガルご"),
    "fr": Language("French", "フランス語", "フランスご"),
    "de": Language("German", "ドイツ語", "ドイツご"),
    "it": Language("Italian", "イタリア語", "イタリアご"),
    "ru": Language("Russian", "ロシア語", "ロシアご"),
    "uk": Language("Ukrainian", "ウクライナ語", "ウクライナご"),
    "si": Language("Sinhala", "シンハラ語", "シンハラご"),
    "ta": Language("Tamil", "タミル語", "タミルご"),
    "ur": Language("Urdu", "ウルドゥー語", "ウルドゥーご"),
    "bn": Language("Bengali", "ベンガル語", "ベンガルご"),
    "hi": Language("Hindi", "ヒンディー語", "ヒンディーご"),
    "uz": Language("Uzbek", "ウズベク語", "ウズベクご"),
    "ar": Language("Arabic", "アラビア語", "アラビアご"),
    "fa": Language("Persian", "ペルシア語", "ペルシアご"),
}
LANGUAGES = {**_EAST, **_OTHERS}
"""By their codes, as records name them."""


def say_languages(codes: tuple[str, ...]) -> str:
    """Give languages by their English names."""
    return ", ".join(LANGUAGES[code].name if code in LANGUAGES else code for code in codes)


def spoken(reader: Reader) -> tuple[str, ...]:
    """Give the codes of the languages that some line speaks, by their English names."""
    codes = {code for line in reader.library.all(HelpLine).values() for code in line.languages}
    return tuple(sorted(codes, key=lambda code: LANGUAGES[code].name))


def in_order(reader: Reader, first: Sequence[str] = (), language: str | None = None) -> tuple[HelpLine, ...]:
    """Give the lines: those that are named first, and among the rest, and among the named, who speaks a language.

    Args:
        reader: the content.
        first: ids of lines that come first, in this order.
        language: the code of a language.
    """
    places = {line: place for place, line in enumerate(first)}

    def order(line: HelpLine) -> tuple[bool, bool, int]:
        return line.id not in places, language is not None and language not in line.languages, places.get(line.id, 0)

    return tuple(sorted(reader.library.all(HelpLine).values(), key=order))


def say_line(line: HelpLine, language: str | None, now: datetime | None = None) -> str:
    """Name a line, and say where it speaks a language that was chosen, or is open now."""
    said = [LANGUAGES[language].name] if language and language in line.languages else []
    if now and opening(line, now).answer is Answer.OPEN:
        said.append("open now")
    return f"{line.name} ({', '.join(said)})" if said else line.name


def help_line_page(reader: Reader, line: HelpLine, language: str | None = None, now: datetime | None = None) -> Page:
    """Give one help line.

    Args:
        reader: the content.
        line: whom to call.
        language: the code of the language that a person speaks, where one was chosen.
        now: what clocks in Japan show; None: nothing is said of whether the line is open.
    """
    chosen = _in_language(line, language) if language else ()
    return Page(title=line.name, blocks=(*chosen, *help_line(reader, line, now), *sources(reader, [line])))


def say_open(line: HelpLine, now: datetime) -> str:
    """Say whether a line is open by its hours, and until when, or when it opens next."""
    found = opening(line, now)
    here = f"(in Japan it is {WEEKDAYS[now.weekday()]}, {now:%H:%M})"
    opens = f"{WEEKDAYS[found.day.weekday()]} {say_day(found.day)}, {found.time}" if found.day else ""
    match found.answer:
        case Answer.OPEN if found.time == "24:00":
            return "open, day and night"
        case Answer.OPEN:
            return f"open until {found.time}, by these hours {here}"
        case Answer.CLOSED:
            return f"closed until {opens}, by these hours {here}"
        case _ if opens:
            return f"not known: these hours say nothing of holidays {here}; next {opens}"
        case _:
            return f"not known from these hours {here}; try, or ask for the hours"


def help_lines_page(reader: Reader, now: datetime | None = None) -> Page:
    """Give every help line on one page, and where clocks in Japan are given, which of them are open."""
    blocks: list[Block] = []
    for line in reader.library.all(HelpLine).values():
        blocks += (Heading(line.name), *help_line(reader, line, now), Paragraph(f"id: {line.id}", Tone.QUIET))
    return Page(title="Whom to call", blocks=tuple(blocks))


def help_line(reader: Reader, line: HelpLine, now: datetime | None = None) -> Iterator[Block]:
    """Give what one needs in order to call."""
    yield Pair("Call", line.number, Tone.STRONG)
    if line.number_abroad:
        yield Pair("IP or abroad", line.number_abroad)
    if now:
        yield Pair("Now", say_open(line, now))
    yield Pair("Hours", line.hours)
    yield Pair("For", reader.say(line.what_for))
    if line.name_ja:
        yield Pair("Japanese", line.name_ja)
    yield Pair(
        "Languages", say_languages(line.languages) + (f" ({line.languages_note})" if line.languages_note else "")
    )
    if line.note:
        yield Pair("Note", reader.say(line.note))
    if line.sentences:
        yield Heading("What to say")
        for sentence in line.sentences:
            yield Item(sentence.ja, note=f"{sentence.kana} {sentence.english}")


def _in_language(line: HelpLine, code: str) -> Iterator[Block]:
    language = LANGUAGES[code]
    if code not in line.languages:
        yield Paragraph(f"{language.name} is not on the list of this line. Ask for an interpreter.", Tone.WARNING)
    if code != "ja":
        question = f"Can I speak in {language.name}?"
        yield Item(f"{language.name_ja}で話せますか。", note=f"{language.kana}ではなせますか。 {question}")
