"""The tabs of the risks view.

A tab with rows of its own is a class with the members of `tabbed.Tab`; one whose rows are ticked off or answered adds
those of `AnsweringTab`. It is made anew for each view in `risk_tabs`, so it may hold what nobody keeps.
"""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from attrs import frozen

from ssw_tui.folding import fold
from ssw_tui.output.page import Page
from ssw_tui.output.pages import risks as pages
from ssw_tui.records.risk import HelpLine, Risk, Severity
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.tabbed import RecordTab, Tab
from ssw_tui.ui.widgets.choice_list import Row


@runtime_checkable
class AnsweringTab(Tab, Protocol):
    """A tab whose rows a key answers or ticks off."""

    @property
    def answer_keys(self) -> Sequence[tuple[str, str]]:
        """The keys that it takes, each with what it does, the one for the footer first."""
        ...

    def answer(self, session: Session, row_id: str, key: str) -> bool:
        """Take a key on a row; True: the focus goes on to the next row.

        Raises:
            DataUnavailableError: when what is kept cannot be read or written.
        """
        ...


@frozen(kw_only=True)
class RisksTab:
    """The risks, worst first."""

    id: str = "risks"
    title: str = "Risks"
    filter_hint: str = "f: what you worry about: passport, side job, tax"

    def rows(self, session: Session, words: str) -> Sequence[Row]:
        """Give the risks that fit the words, grouped by severity."""
        wanted = fold(words).split()
        risks = session.library.all(Risk).values()
        rows: list[Row] = []
        for severity in Severity:
            found = [r for r in risks if r.severity is severity and all(word in _text(r) for word in wanted)]
            if found:
                rows.append(Row(id=f"severity-{severity}", cells=(pages.SEVERITY_WORD[severity],), heading=True))
            rows += (Row(id=risk.id, cells=(risk.title,)) for risk in found)
        return rows

    def page_of(self, session: Session, row_id: str) -> Page:
        """Give one risk whole."""
        return pages.page(session.reader, session.library.all(Risk)[row_id])


def _text(risk: Risk) -> str:
    return fold(f"{risk.title} {risk.what_happens} {risk.how_to_avoid} {risk.if_already}")


def risk_tabs() -> tuple[Tab, ...]:
    """Give the tabs in their order."""
    return (
        RisksTab(),
        RecordTab(
            id="help-lines",
            title="Help lines",
            records=lambda session: session.library.all(HelpLine),
            line=lambda r: f"{r.name}  {r.number}",
            page=pages.help_line_page,
        ),
    )
