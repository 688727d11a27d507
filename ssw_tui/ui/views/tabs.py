"""The tabs of the reference view: what each lists, how a line and a page are made."""

from datetime import timedelta
from typing import Any

from ssw_tui.output.pages import changes as change_pages
from ssw_tui.output.pages import counter, home_countries
from ssw_tui.output.pages import reference as pages
from ssw_tui.output.pages.common import SPEAKER, say_day
from ssw_tui.reader import SOON_DAYS, Reader
from ssw_tui.records.counter import CounterCard
from ssw_tui.records.home_country import HomeCountry
from ssw_tui.records.reference import Answer, GuideStatement, Link, Term, Topic
from ssw_tui.records.rule import Rule
from ssw_tui.records.source import Source, SourceKind
from ssw_tui.timeline import Change, changes_between
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.tabbed import Records, RecordTab


def _all(record: type[Any]) -> Records:
    return lambda session: session.library.all(record)


def changes_of(session: Session) -> dict[str, Change]:
    """Give what changed between the days that were chosen, newest first; without a choice all, up to a year ahead."""
    first, last = session.changes_between
    changes = changes_between(session.library, first, last or session.day + timedelta(days=SOON_DAYS))
    return {f"{change.date}/{change.title}": change for change in changes}


def _change_line(change: Change) -> str:
    planned = "planned: " if change.planned and not change.title.startswith("Plan") else ""
    return f"{say_day(change.date)}: {planned}{change.title}"


def _change_group(reader: Reader, change: Change) -> str:
    return "Still to come" if change.date > reader.day else str(change.date.year)


CHANGES = RecordTab(
    id="changes",
    title="Changes",
    records=changes_of,
    line=_change_line,
    page=change_pages.change_page,
    group=_change_group,
)


def _sources(session: Session) -> dict[str, Source]:
    """Give the sources, best speakers first."""
    order = list(SourceKind)
    return dict(sorted(session.library.all(Source).items(), key=lambda named: order.index(named[1].kind)))


def _rules(session: Session) -> dict[str, Rule]:
    """Give the rules, by the names of their topics."""
    return dict(sorted(session.library.all(Rule).items(), key=lambda named: pages.RULE_TOPIC_WORD[named[1].topic]))


SOURCES = RecordTab(
    id="sources",
    title="Sources",
    records=_sources,
    line=lambda r: f"{r.publisher}: {r.title}",
    page=pages.source_page,
    group=lambda _, r: SPEAKER[r.kind].capitalize(),
)
COUNTER = RecordTab(
    id="counter",
    title="Counter",
    records=_all(CounterCard),
    line=lambda r: str(r.title),
    page=counter.counter_page,
    group=lambda _, r: f"{r.counter}  {r.counter_ja}",
)
SLOW = (CHANGES, SOURCES)
"""Those for which every kind of record is read, so that they must not hold up the screen the first time."""
TABS = (
    RecordTab(
        id="answers",
        title="Questions",
        records=_all(Answer),
        line=lambda r: str(r.question),
        page=pages.answer_page,
        group=lambda _, r: pages.THEME_WORD[r.theme],
    ),
    RecordTab(
        id="terms",
        title="Words",
        records=_all(Term),
        line=lambda r: f"{r.name}  {r.name_ja}  {r.kana}\t{r.romaji}",
        page=pages.term_page,
        group=lambda _, r: pages.GROUP_WORD[r.about],
    ),
    RecordTab(
        id="topics",
        title="Topics",
        records=_all(Topic),
        line=lambda r: f"{r.title}  {r.title_ja}",
        page=pages.topic_page,
    ),
    CHANGES,
    RecordTab(
        id="guide",
        title="Guide",
        records=_all(GuideStatement),
        line=lambda r: f"{r.verdict}: {r.text}",
        page=pages.guide_page,
        group=lambda _, r: f"Section {r.section}",
    ),
    RecordTab(
        id="rules",
        title="Rules",
        records=_rules,
        line=lambda r: str(r.title),
        page=pages.rule_page,
        group=lambda _, r: pages.RULE_TOPIC_WORD[r.topic],
    ),
    RecordTab(
        id="links",
        title="Links",
        records=_all(Link),
        line=lambda r: f"{r.title}  ({pages.SHORT_STATE[r.state]})\t{r.publisher}",
        page=pages.link_page,
        group=lambda _, r: "Named by the guide" if r.from_guide else "More pages",
    ),
    COUNTER,
    RecordTab(
        id="countries",
        title="Countries",
        records=_all(HomeCountry),
        line=lambda r: f"{r.name}  {r.name_ja}",
        page=home_countries.country_page,
    ),
    SOURCES,
)
