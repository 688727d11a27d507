"""The tabs of the risks view.

A tab with rows of its own is a class with the members of `tabbed.Tab`; one whose rows are ticked off or answered adds
those of `AnsweringTab`. It is made anew for each view in `risk_tabs`, so it may hold what nobody keeps.
"""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from attrs import define, field

from ssw_tui.folding import fold
from ssw_tui.output.page import Page
from ssw_tui.output.pages import articles, help_lines, self_check
from ssw_tui.output.pages import risks as pages
from ssw_tui.records.actor import Actor
from ssw_tui.records.article import Article
from ssw_tui.records.risk import HelpLine, Risk, Severity
from ssw_tui.records.self_check import Reply, SelfCheckQuestion
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.support import SupportTab
from ssw_tui.ui.views.tabbed import RecordTab, Tab
from ssw_tui.ui.widgets.choice_list import Row

RESULT = "result"
"""The row of the self-check that gives its result."""
REPLY_KEYS = {"y": Reply.YES, "n": Reply.NO, "0": Reply.UNSURE, "1": Reply.YES, "2": Reply.NO}
SHORT_REPLY = {Reply.YES: "yes", Reply.NO: "no ", Reply.UNSURE: "?  ", None: "-  "}
WHO = (None, *pages.WHO_WORD)
"""Whose risks are listed, in the order in which a key goes through them; None: everybody's."""


@runtime_checkable
class AnsweringTab(Tab, Protocol):
    """A tab whose rows a key answers or ticks off."""

    @property
    def answer_keys(self) -> Sequence[tuple[str, str]]:
        """The keys that it takes, each with what it does."""
        ...

    def takes_answer(self, session: Session, row_id: str) -> bool:
        """Whether a row is one that is answered or ticked off."""
        ...

    def answer(self, session: Session, row_id: str, key: str) -> bool:
        """Take a key on a row; True: the focus goes on to the next row.

        Raises:
            DataUnavailableError: when what is kept cannot be read or written.
        """
        ...


@define(kw_only=True)
class RisksTab:
    """The risks, worst first; of everybody, or of one who acts."""

    id: str = "risks"
    title: str = "Risks"
    filter_hint: str = "f: what you worry about: passport, side job, tax"
    who: Actor | None = None
    """Who can do wrong in the risks that are listed; None: anybody."""

    def rows(self, session: Session, words: str) -> Sequence[Row]:
        """Give the risks that fit the words, grouped by severity."""
        wanted = fold(words).split()
        risks = [one for one in pages.risks_of(session.reader, self.who) if all(word in _text(one) for word in wanted)]
        rows: list[Row] = []
        for severity in Severity:
            found = [Row(id=risk.id, cells=(risk.title,)) for risk in risks if risk.severity is severity]
            if found:
                rows += (Row(id=f"severity-{severity}", cells=(pages.SEVERITY_WORD[severity],), heading=True), *found)
        return rows

    def page_of(self, session: Session, row_id: str) -> Page:
        """Give one risk whole."""
        return pages.page(session.reader, session.library.all(Risk)[row_id])

    def turn(self) -> None:
        """List the risks of the next who acts."""
        self.who = WHO[(WHO.index(self.who) + 1) % len(WHO)]


def _text(risk: Risk) -> str:
    return fold(f"{risk.title} {risk.what_happens} {risk.how_to_avoid} {risk.if_already}")


@define(kw_only=True)
class SelfCheckTab:
    """The questions of the self-check, and what the answers come to; they are kept nowhere."""

    id: str = "self-check"
    title: str = "Self-check"
    filter_hint: str = "f: filter the questions"
    replies: dict[str, Reply] = field(factory=dict)
    """What was answered, by the ids of the questions."""
    answer_keys: Sequence[tuple[str, str]] = (
        *(("y", "yes"), ("n", "no"), ("0", "don't know")),
        *(("1", "yes"), ("2", "no"), ("backspace", "no answer")),
    )

    def rows(self, session: Session, words: str) -> Sequence[Row]:
        """Give the questions that fit the words, then the result."""
        wanted = fold(words).split()
        every = session.library.all(SelfCheckQuestion).values()
        found = [one for one in every if all(word in fold(f"{one.title} {one.text}") for word in wanted)]
        rows = [Row(id=one.id, lead=f"{SHORT_REPLY[self.replies.get(one.id)]} ", cells=(one.title,)) for one in found]
        said = self_check.say_result(self_check.outcome_of(session.reader, self.replies))
        return (*rows, Row(id=RESULT, cells=(f"Your result: {said}",))) if rows else ()

    def page_of(self, session: Session, row_id: str) -> Page:
        """Give a question, or the result."""
        if row_id == RESULT:
            return self_check.result_page(session.reader, self.replies)
        question = session.library.all(SelfCheckQuestion)[row_id]
        return self_check.question_page(session.reader, question, self.replies.get(row_id))

    def takes_answer(self, session: Session, row_id: str) -> bool:
        """Whether a row is a question, not the result."""
        return row_id != RESULT

    def answer(self, session: Session, row_id: str, key: str) -> bool:
        """Answer a question and go on, or take its answer back."""
        if key == "backspace":
            self.replies.pop(row_id, None)
            return False
        self.replies[row_id] = REPLY_KEYS[key]
        return True


@define(kw_only=True)
class HelpLinesTab:
    """Whom to call; those who speak the chosen language come first."""

    id: str = "help-lines"
    title: str = "Help lines"
    filter_hint: str = "f: what you need: wages, lawyer, police"

    def rows(self, session: Session, words: str) -> Sequence[Row]:
        """Give the lines that fit the words."""
        wanted = fold(words).split()
        lines = help_lines.in_order(session.reader, language=session.language)
        named = [(line, help_lines.say_line(line, session.language, session.now)) for line in lines]
        return [
            Row(id=line.id, cells=(f"{name}  {line.number}",))
            for line, name in named
            if all(word in fold(f"{name} {line.name_ja} {line.number} {line.what_for}") for word in wanted)
        ]

    def page_of(self, session: Session, row_id: str) -> Page:
        """Give one line."""
        line = session.library.all(HelpLine)[row_id]
        return help_lines.help_line_page(session.reader, line, session.language, session.now)


def risk_tabs() -> tuple[Tab, ...]:
    """Give the tabs in their order."""
    return (
        RisksTab(),
        SelfCheckTab(),
        SupportTab(),
        RecordTab(
            id="articles",
            title="Articles",
            records=lambda session: session.library.all(Article),
            line=lambda r: "  ".join(filter(None, (r.number, r.title))),
            page=articles.article_page,
            group=articles.law_of,
            filter_hint="f: a number or words: 19-16, 71-5, card, overstay",
        ),
        HelpLinesTab(),
    )
