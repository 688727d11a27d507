"""The tabs of the reference view: what each lists, how a line and a page are made."""

from datetime import timedelta
from typing import Any

from ssw_tui.output.pages import changes as change_pages
from ssw_tui.output.pages import reference as pages
from ssw_tui.output.pages.common import SPEAKER, say_day
from ssw_tui.reader import SOON_DAYS, Reader
from ssw_tui.records.reference import Answer, GuideStatement, Link, Term, Topic
from ssw_tui.records.rule import Rule
from ssw_tui.records.source import Source
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
TABS = (
    RecordTab(
        id="answers", title="Questions", records=_all(Answer), line=lambda r: str(r.question), page=pages.answer_page
    ),
    RecordTab(
        id="terms",
        title="Words",
        records=_all(Term),
        line=lambda r: f"{r.name}  {r.name_ja}  {r.kana}  {r.romaji}",
        page=pages.term_page,
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
    ),
    RecordTab(id="rules", title="Rules", records=_all(Rule), line=lambda r: str(r.title), page=pages.rule_page),
    RecordTab(
        id="links",
        title="Links",
        records=_all(Link),
        line=lambda r: f"{r.title}  ({r.publisher})",
        page=pages.link_page,
    ),
    RecordTab(
        id="sources",
        title="Sources",
        records=_all(Source),
        line=lambda r: f"{SPEAKER[r.kind]}: {r.publisher}: {r.title}",
        page=pages.source_page,
    ),
)
