"""What is kept of somebody for the steps: what is ticked off, the days they plan, their field, their home country."""

import re
from collections.abc import Container, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import field as attribute
from attrs import frozen

from ssw_tui.advice.deadlines import State
from ssw_tui.advice.step_days import BEGIN, KnownDay, StepDay, known_days, step_days
from ssw_tui.output.card_words import days_of, limits_on
from ssw_tui.output.pages.procedures import Applicant, papers_of, status_for
from ssw_tui.reader import Reader
from ssw_tui.records.document import Document
from ssw_tui.records.field import Field
from ssw_tui.records.home_country import HomeCountry
from ssw_tui.records.procedure import Anchor, Procedure, Step
from ssw_tui.records.rule import Status

if TYPE_CHECKING:
    from ssw_tui.tracker.records import CardFile
    from ssw_tui.tracker.tracker import Tracker


STATUS = {"ssw1": Status.NO1, "ssw2": Status.NO2}
"""The two statuses as cards name them."""


@frozen(kw_only=True)
class OwnSteps:
    """What is kept of one card, or of nobody in particular."""

    holder: "CardFile | None" = None
    """The card with what is recorded about it."""
    ticked: frozenset[tuple[str, str]] = frozenset()
    """What is ticked off: the kind and the key."""
    planned: Mapping[str, Mapping[str, date]] = attribute(factory=dict)
    """The days that were set, by procedure and by what they are."""
    field: str | None = None
    """The id of the field of work whose papers are listed."""
    country: str | None = None
    """The id of the home country whose steps are listed."""
    settled: frozenset[str] = frozenset()
    """The ids of the deadlines that are marked as done on the card."""
    others: int = 0
    """How many other cards there are."""

    def known(self, reader: Reader, procedure: Procedure) -> dict[Anchor, KnownDay]:
        """Give the days that the steps of a procedure are counted from, as far as they are known."""
        return known_days(self.holder, self.planned.get(procedure.id, {}), limits_on(reader), reader.day)

    def days(self, reader: Reader, procedure: Procedure) -> tuple[StepDay, ...]:
        """Give the day of each step of a procedure."""
        return step_days(
            procedure,
            self.known(reader, procedure),
            reader.day,
            begin=self.planned.get(procedure.id, {}).get(BEGIN),
            stay_months=self.holder.period_months if self.holder else None,
        )

    def has_done(self, procedure: Procedure, step: Step) -> bool:
        """Whether a step is ticked off."""
        return ("step", f"{procedure.id}/{step.id}") in self.ticked

    def has_settled(self, step: Step) -> bool:
        """Whether the day of a step is marked as done on the card."""
        return not self.settled.isdisjoint(step.deadlines)

    def has(self, procedure: Procedure, paper: Document) -> bool:
        """Whether a paper is ticked off: once for the whole procedure."""
        return ("document", f"{procedure.id}/{paper.id}") in self.ticked

    @property
    def status(self) -> Status | None:
        """The status on the card, where it is one of the two."""
        return STATUS.get(self.holder.status) if self.holder else None

    def papers(self, reader: Reader, procedure: Procedure, step: Step) -> tuple[Document, ...]:
        """Give the papers of a step: those of every field and status, and those of the own ones where they are known.

        They depend on the procedure too: from No.1 to No.2 it is No.2 that asks for papers.
        """
        return papers_of(reader, step, self.field_of(reader), status_for(procedure, self.status))

    def field_of(self, reader: Reader) -> Field | None:
        """Give the own field of work."""
        return reader.library.all(Field)[self.field] if self.field else None

    def country_of(self, reader: Reader) -> HomeCountry | None:
        """Give the own home country."""
        return reader.library.all(HomeCountry)[self.country] if self.country else None

    def applicant(self, reader: Reader) -> Applicant:
        """Give for whom steps and papers are shown."""
        return Applicant(self.field_of(reader), self.country_of(reader), self.status)

    def _is_behind(self, procedure: Procedure, step: Step) -> bool:
        """Whether nobody needs to be told of a step; the day of an application is that of several procedures."""
        return self.has_done(procedure, step) or (self.has_settled(step) and step.sets is not Anchor.FILING)

    def progress(self, reader: Reader, procedure: Procedure) -> "Progress":
        """Count what is done of a procedure."""
        papers = {paper.id: paper for step in procedure.steps for paper in self.papers(reader, procedure, step)}
        open_days = (day for day in self.days(reader, procedure) if not self._is_behind(procedure, day.step))
        return Progress(
            steps_done=sum(self.has_done(procedure, step) for step in procedure.steps),
            steps=len(procedure.steps),
            papers_done=sum(self.has(procedure, paper) for paper in papers.values()),
            papers=len(papers),
            next=next(open_days, None),
        )


@frozen(kw_only=True)
class Progress:
    """How much of a procedure is done."""

    steps_done: int
    steps: int
    papers_done: int
    papers: int
    next: StepDay | None
    """The first step that is not ticked off; None: all are."""


def read_own(tracker: "Tracker", card_id: str | None, reader: Reader) -> OwnSteps:
    """Read what is kept of a card, or of nobody in particular.

    Raises:
        DataUnavailableError: when the store cannot be read.
        UserError: when there is no such card.
    """
    from ssw_tui.tracker.plans import ChoiceKind

    cards = tracker.cards()
    holder = tracker.file(card_id) if card_id else None
    chosen = tracker.choices(card_id)
    fields, countries = reader.library.all(Field), reader.library.all(HomeCountry)
    # A quiz names no card: with several cards nobody knows whose it was.
    said = _of_the_last_quiz(tracker, reader) if len(cards) < 2 else {}
    return OwnSteps(
        holder=holder,
        ticked=frozenset((tick.kind.value, tick.key) for tick in tracker.ticks(card_id)),
        planned=_planned(tracker, card_id),
        field=_first(fields, chosen.get(ChoiceKind.FIELD), holder.card.field if holder else None, said.get("field")),
        country=_first(countries, chosen.get(ChoiceKind.HOME_COUNTRY), said.get("country")),
        settled=_settled(holder, reader) if holder else frozenset(),
        others=len(cards) - bool(holder),
    )


def _first(known: Container[str], *ids: str | None) -> str | None:
    """Give the first id that there is; a store can name what a later version of the content has not."""
    return next((one for one in ids if one and one in known), None)


def _settled(holder: "CardFile", reader: Reader) -> frozenset[str]:
    days = days_of(reader, holder)
    open_ids = {due.deadline.id for due in days if due.state is not State.DONE}
    return frozenset(due.deadline.id for due in days) - open_ids


def _planned(tracker: "Tracker", card_id: str | None) -> dict[str, dict[str, date]]:
    planned: dict[str, dict[str, date]] = {}
    for day in tracker.plans(card_id):
        planned.setdefault(day.procedure, {})[day.anchor] = day.on
    return planned


def _of_the_last_quiz(tracker: "Tracker", reader: Reader) -> dict[str, str]:
    run = tracker.last_quiz()
    return dict(_said(run.answers, reader)) if run else {}


def _said(answers: Mapping[str, Any], reader: Reader) -> Iterator[tuple[str, str]]:
    """Give the field and the home country that were answered."""
    if answers.get("field") in reader.library.all(Field):
        yield "field", answers["field"]
    codes = {country.code: country.id for country in reader.library.all(HomeCountry).values()}
    code = str(answers.get("passport", ""))
    if re.fullmatch("[A-Z]{2}", code):
        # The record without a code is that of every country that has none of its own.
        yield "country", codes.get(code) or codes[None]
