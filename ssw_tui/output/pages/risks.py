"""What to avoid, and whom to call."""

from collections.abc import Iterator

from ssw_tui.output.page import Block, Heading, Item, Page, Pair, Paragraph, Sign, Tone
from ssw_tui.output.pages.common import say_time, sources
from ssw_tui.reader import Reader
from ssw_tui.records.risk import HelpLine, Risk, Severity

SEVERITY_WORD = {
    Severity.CRITICAL: "critical: your status or your freedom",
    Severity.HIGH: "high: the next permission, or a fine",
    Severity.MEDIUM: "medium: money, time, trouble",
    Severity.LOW: "low: good to know",
}
LANGUAGES = {
    "ja": "Japanese", "en": "English", "zh": "Chinese", "ko": "Korean", "es": "Spanish", "pt": "Portuguese",
    "vi": "Vietnamese", "fil": "Filipino", "tl": "Tagalog", "ne": "Nepali", "id": "Indonesian", "th": "Thai",
    "km": "Khmer", "my": "Burmese", "mn": "Mongolian", "fr": "French", "si": "Sinhala", "ur": "Urdu",
    "ru": "Russian", "de": "German", "it": "Italian", "ms": "Malay", "bn": "Bengali", "hi": "Hindi", "lo": "Lao",
    "uk": "Ukrainian", "ta": "Tamil", "uz": "Uzbek", "ar": "Arabic", "fa": "Persian",
}  # fmt: skip


def say_languages(codes: tuple[str, ...]) -> str:
    """Give languages by their English names."""
    return ", ".join(LANGUAGES.get(code, code) for code in codes)


def page(reader: Reader, risk: Risk) -> Page:
    """Give one risk whole."""
    return Page(title=risk.title, blocks=tuple(_risk(reader, risk)))


def help_line_page(reader: Reader, line: HelpLine) -> Page:
    """Give one help line."""
    return Page(title=line.name, blocks=(*help_line(reader, line), *sources(reader, [line])))


def help_lines_page(reader: Reader) -> Page:
    """Give every help line on one page."""
    blocks: list[Block] = []
    for line in reader.library.all(HelpLine).values():
        blocks += (Heading(line.name), *help_line(reader, line), Paragraph(f"id: {line.id}", Tone.QUIET))
    return Page(title="Whom to call", blocks=tuple(blocks))


def help_line(reader: Reader, line: HelpLine) -> Iterator[Block]:
    """Give what one needs in order to call."""
    yield Pair("Call", line.number, Tone.STRONG)
    if line.number_abroad:
        yield Pair("IP or abroad", line.number_abroad)
    if line.name_ja:
        yield Pair("Japanese", line.name_ja)
    yield Pair(
        "Languages", say_languages(line.languages) + (f" ({line.languages_note})" if line.languages_note else "")
    )
    yield Pair("Hours", line.hours)
    yield Pair("For", reader.say(line.what_for))
    if line.note:
        yield Pair("Note", reader.say(line.note))


def _risk(reader: Reader, risk: Risk) -> Iterator[Block]:
    yield Pair("Severity", SEVERITY_WORD[risk.severity], Tone.WARNING)
    yield Paragraph(reader.say(risk.what_happens))
    if risk.penalties:
        yield Heading("What the law says")
        for penalty in risk.penalties:
            when = say_time(penalty)
            note = f"{penalty.article}{f'; {when}' if when else ''}"
            yield Item(f"{penalty.act}: {reader.say(penalty.text, penalty)}", note=note)
    yield Heading("How to avoid it")
    yield Paragraph(reader.say(risk.how_to_avoid))
    yield Heading("If it has already happened")
    yield Paragraph(reader.say(risk.if_already))
    yield Heading("Whom to call")
    for line_id in risk.consult:
        line = reader.library.all(HelpLine)[line_id]
        yield Item(f"{line.name}: {line.number}", Sign.BULLET, note=line.hours)
    if risk.note:
        yield Heading("Not certain")
        yield Paragraph(reader.say(risk.note))
    yield from sources(reader, (risk, *risk.penalties))
