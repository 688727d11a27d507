"""Commands about the content: lists, one record whole, the overview, search, the check."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any

from attrs import frozen

from ssw_tui.cli.days import day_of
from ssw_tui.cli.options import Options
from ssw_tui.errors import UserError
from ssw_tui.kinds import kind_of
from ssw_tui.library import ContentError
from ssw_tui.output.data import as_data, as_json
from ssw_tui.output.kind_words import KIND_WORD
from ssw_tui.output.page import Item, Page, Pair, Paragraph
from ssw_tui.output.pages import articles, counter, help_lines, home_countries, overview, procedures, reference, risks
from ssw_tui.output.pages.common import say_day
from ssw_tui.output.resting import resting_data
from ssw_tui.reader import Reader
from ssw_tui.records.article import Article
from ssw_tui.records.counter import CounterCard
from ssw_tui.records.home_country import HomeCountry
from ssw_tui.records.procedure import Procedure
from ssw_tui.records.reference import Answer, GuideStatement, Link, OverviewSection, Term, Topic
from ssw_tui.records.risk import HelpLine, Risk
from ssw_tui.records.rule import Rule
from ssw_tui.records.source import Source


@frozen(kw_only=True)
class Listed:
    """How a kind of record is printed."""

    record: type[Any]
    """Its class."""
    title: str
    """What stands over the list; how many there are follows."""
    line: Callable[[Any], str]
    """Gives the line of a record in the list."""
    page: Callable[[Reader, Any], Page]
    """Gives a record whole."""
    key: str | None = None
    """The JSON key where it is not the command's name."""
    more: Callable[[Reader, Any], Mapping[str, Any]] | None = None
    """What the JSON of one record says beside the record itself."""


LISTED: Mapping[str, Listed] = {
    "procedures": Listed(record=Procedure, title="Procedures", line=lambda r: r.title, page=procedures.page),
    "counter-cards": Listed(
        record=CounterCard,
        title="What to say at the counter",
        line=lambda r: f"{r.title} {r.counter_ja}",
        page=counter.counter_page,
    ),
    "home-countries": Listed(
        record=HomeCountry,
        title="Home countries",
        line=lambda r: f"{r.name} {r.name_ja}: paper in the application in Japan: {r.in_filing.text}",
        page=home_countries.country_page,
    ),
    "risks": Listed(record=Risk, title="Risks", line=lambda r: f"{r.title} ({r.severity})", page=risks.page),
    "faq": Listed(record=Answer, title="Questions", line=lambda r: r.question, page=reference.answer_page),
    "terms": Listed(
        record=Term,
        title="Words",
        line=lambda r: f"{r.name}: {r.name_ja} {r.kana} {r.romaji}",
        page=reference.term_page,
    ),
    "topics": Listed(record=Topic, title="Topics", line=lambda r: f"{r.title} {r.title_ja}", page=reference.topic_page),
    "links": Listed(
        record=Link, title="Links", line=lambda r: f"{r.title}: {r.address} ({r.state})", page=reference.link_page
    ),
    "rules": Listed(record=Rule, title="Rules", line=lambda r: r.title, page=reference.rule_page),
    "sources": Listed(
        record=Source,
        title="Sources",
        line=lambda r: f"{r.publisher}: {r.title}",
        page=reference.source_page,
        more=resting_data,
    ),
    "help-lines": Listed(
        record=HelpLine, title="Whom to call", line=lambda r: f"{r.name}: {r.number}", page=help_lines.help_line_page
    ),
    "articles": Listed(
        record=Article,
        title="Articles",
        line=lambda r: f"{r.number}: {r.title}" if r.number else r.title,
        page=articles.article_page,
    ),
    "guide": Listed(
        record=GuideStatement,
        title="The guide and the rules",
        line=lambda r: f"{r.verdict}: {r.text} RULE: {r.rule}",
        page=reference.guide_page,
        key="statements",
    ),
}


def show_list(options: Options, command: str, record_id: str | None) -> int:
    """Print a kind of record: all of them in a line each, or one whole."""
    return show_records(options, command, options.library.all(LISTED[command].record), record_id)


def show_records(options: Options, command: str, records: Mapping[str, Any], record_id: str | None) -> int:
    """Print some records of a kind: all of them in a line each, or one whole."""
    listed = LISTED[command]
    reader = options.reader
    if record_id is not None:
        return _show_one(options, listed, named(records, record_id, command))
    if options.json:
        lines = [as_data(reader, record) for record in records.values()]
        options.write(as_json({"as_of": reader.day.isoformat(), listed.key or command: lines}))
        return 0
    if command == "help-lines":
        # Whoever needs one needs its hours and languages at once.
        options.show(help_lines.help_lines_page(reader, options.now))
        return 0
    items = tuple(Item(reader.say(listed.line(record)), note=f"id: {record.id}") for record in records.values())
    options.show(Page(title=f"{listed.title}: {len(items)}", blocks=items))
    return 0


def named(records: Mapping[str, Any], record_id: str, command: str) -> Any:  # noqa: ANN401 - any record
    """Give the record with this id.

    Raises:
        UserError: when there is none, with the nearest id.
    """
    if record_id in records:
        return records[record_id]
    near = get_close_matches(record_id, records, n=1)
    meant = f'; did you mean "{near[0]}"?' if near else f"; ssw-tui {command} lists them"
    raise UserError(f'{command}: there is no "{record_id}"{meant}')


def _show_one(options: Options, listed: Listed, record: Any) -> int:  # noqa: ANN401 - any record
    reader = options.reader
    if not options.json:
        options.show(listed.page(reader, record))
        return 0
    more = listed.more(reader, record) if listed.more else {}
    options.write(as_json({"as_of": reader.day.isoformat(), **as_data(reader, record), **more}))
    return 0


def show_overview(options: Options) -> int:
    """Print what the overview says."""
    reader = options.reader
    if options.json:
        every = reader.library.all(OverviewSection).values()
        sections = [as_data(reader, overview.on_the_day(reader, section)) for section in every]
        data = {"as_of": reader.day.isoformat(), "overview": sections, "guide": overview.guide_sentence(reader)}
        options.write(as_json(data))
    else:
        options.show(_standing(options))
        options.write("\n")
        options.show(overview.whole_page(reader))
    return 0


def _standing(options: Options) -> Page:
    from ssw_tui.output.where_you_stand import where_you_stand
    from ssw_tui.tracker.tracker import Tracker

    with Tracker(options.data_folder) as tracker:
        return where_you_stand(options.reader, tracker)


def show_search(options: Options, words: str) -> int:
    """Print what search finds, best first."""
    from ssw_tui.output.findable import entries
    from ssw_tui.search import find

    hits = find(entries(options.reader), words)
    command_of = {kind_of(listed.record).name: command for command, listed in LISTED.items()} | {"field": "fields"}
    if options.json:
        found = [{"kind": h.kind, "id": h.id, "title": h.title, "excerpt": h.excerpt} for h in hits]
        options.write(as_json({"results": found}))
        return 0
    shown = {hit: f"ssw-tui {command_of[hit.kind]} {hit.id}" if hit.kind in command_of else hit.id for hit in hits}
    items = tuple(Item(f"{KIND_WORD[h.kind]}: {h.title}", note=f"{shown[h]}\n{h.excerpt}".strip()) for h in hits)
    nothing = (Paragraph("Nothing found. Try one word, in English or Japanese."),)
    options.show(Page(title=f"Search: {words}", blocks=items or nothing))
    return 0


def show_changes(options: Options, since: str, until: str | None) -> int:
    """Print what changed between two days, newest first.

    Raises:
        UserError: when one of them is no day, or the first comes after the last.
    """
    from ssw_tui.output.pages.changes import change_data, list_page
    from ssw_tui.timeline import changes_between

    first, last = day_of("--since", since), options.day if until is None else day_of("--until", until)
    if first > last:
        way_out = "the day of --as-of; name a later day with --until" if until is None else "the day of --until"
        raise UserError(f"--since: {first} is after {last}, {way_out}")
    reader = options.reader
    changes = changes_between(options.library, first, last)
    if options.json:
        days = {"as_of": reader.day.isoformat(), "since": first.isoformat(), "until": last.isoformat()}
        options.write(as_json({**days, "changes": list(map(change_data, changes))}))
    else:
        options.show(list_page(reader, changes, first, last))
    return 0


def show_keys(options: Options) -> int:
    """Print the keys of the app."""
    from ssw_tui.commands import COMMANDS

    if options.json:
        keys = [{"id": c.id, "title": c.help, "keys": [c.shown], "where": c.where} for c in COMMANDS]
        options.write(as_json({"keys": keys}))
    else:
        page = Page(title="Keys", blocks=tuple(Item(f"{c.shown}: {c.help}") for c in COMMANDS))
        options.show(page)
    return 0


def check_content(options: Options) -> int:
    """Check every content file.

    Raises:
        ContentError: with every fault that was found.
    """
    from ssw_tui.content_check import check

    counts, faults = check(options.library)
    if faults:
        raise ContentError(faults)
    if options.json:
        options.write(as_json({"content": options.library.edition().version, "counts": counts, "faults": []}))
        return 0
    edition = options.library.edition()
    title = f"Content {edition.version}, checked {say_day(edition.checked)}: no faults"
    options.show(Page(title=title, blocks=tuple(Pair(name, str(count)) for name, count in counts.items())))
    return 0
