"""The rows of the steps: the procedures with how much is done, and one procedure with its steps, papers and cards."""

from collections.abc import Iterator
from typing import NamedTuple, Self

from attrs import frozen

from ssw_tui.advice.step_days import StepDay
from ssw_tui.output.layout import Look
from ssw_tui.output.own_steps import OwnSteps
from ssw_tui.output.page import Sign, Tone
from ssw_tui.output.pages.procedures import PHASE_WORD, has_field_papers, paper_name, status_for
from ssw_tui.output.pages.steps import say_progress
from ssw_tui.output.step_words import is_overdue, say_step_day
from ssw_tui.reader import Reader
from ssw_tui.records.counter import CounterCard
from ssw_tui.records.document import Document
from ssw_tui.records.procedure import Phase, Procedure, Step
from ssw_tui.ui.widgets.choice_list import Row

PAPER, SHOW, COUNTRY, ASK = "paper", "show", "country", "ask"
"""What stands under a step: a paper, a card to show at a counter, the steps of a country, something to choose."""
BAR_CELLS = 10
ALL_CARDS = "+cards"
"""The row of all cards to show."""


class Place(NamedTuple):
    """What a row stands for."""

    procedure: str
    step: str = ""
    kind: str = ""
    """What it is under the step; empty: the step itself."""
    id: str = ""
    """Its id: of a paper, a card, a country, or what is asked."""

    @classmethod
    def of(cls, row_id: str) -> Self:
        """Read the id of a row: procedure, procedure/step, or procedure/step/kind:id, where a paper needs no kind."""
        procedure, step, under = (*row_id.split("/", 2), "", "")[:3]
        kind, _, own_id = under.rpartition(":")
        return cls(procedure, step, (kind or PAPER) if under else "", own_id)

    @property
    def tick(self) -> tuple[str, str] | None:
        """The kind and key under which it is ticked off: a paper counts once for its whole procedure."""
        match self.kind:
            case "" if self.step:
                return "step", f"{self.procedure}/{self.step}"
            case "paper":
                return "document", f"{self.procedure}/{self.id}"
            case _:
                return None


@frozen(kw_only=True)
class StepRows:
    """Makes the rows from the content and what is kept of somebody."""

    reader: Reader
    own: OwnSteps
    look: Look
    found: str | None = None
    """A paper that has its row also where it is one of another field."""

    def procedures(self) -> list[Row]:
        """Give the procedures, each with how much of it is done, and what to say at any counter."""
        every = self.reader.library.all(Procedure).values()
        return [*map(self._procedure, every), Row(id=ALL_CARDS, cells=("What to say at the counter, in Japanese",))]

    def _procedure(self, procedure: Procedure) -> Row:
        progress = self.own.progress(self.reader, procedure)
        if not progress.steps_done and not progress.papers_done:
            return Row(id=procedure.id, cells=(f"{procedure.title}  ({progress.steps} steps)",))
        full = BAR_CELLS * progress.steps_done // progress.steps
        bar = self.look.full * full + self.look.empty * (BAR_CELLS - full)
        return Row(id=procedure.id, cells=(f"{procedure.title}\v{bar} {say_progress(progress)}",))

    def steps(self, procedure: Procedure) -> Iterator[Row]:
        """Give the steps of a procedure in their phases, each with what stands under it."""
        days = self.own.days(self.reader, procedure)
        for phase in Phase:
            of_phase = [day for day in days if day.step.phase is phase]
            if of_phase:
                yield Row(id=f"phase-{phase}", cells=(PHASE_WORD[phase],), heading=True)
            for day in of_phase:
                yield self._step(procedure, day)
                yield from self._under(procedure, day.step)

    def _step(self, procedure: Procedure, day: StepDay) -> Row:
        done = self.own.has_done(procedure, day.step)
        settled = self.own.has_settled(day.step)
        when = say_step_day(day, done=done, settled=settled)
        return Row(
            id=f"{procedure.id}/{day.step.id}",
            lead=self._sign(ticked=done) + " ",
            cells=(f"{day.step.title}\v{when}" if when else day.step.title,),
            tone=Tone.WARNING if is_overdue(day) and not done and not settled else Tone.NORMAL,
        )

    def _under(self, procedure: Procedure, step: Step) -> Iterator[Row]:
        key = f"{procedure.id}/{step.id}"
        for paper in self._papers(procedure, step):
            sign = self._sign(ticked=self.own.has(procedure, paper))
            name = paper_name(paper, status_for(procedure, self.own.status))
            yield Row(id=f"{key}/{paper.id}", lead=f"    {sign} ", cells=(name,), tone=Tone.QUIET)
        if self.own.field is None and has_field_papers(self.reader, step):
            text = "Papers of your field: choose a field (f)"
            yield self._more(f"{key}/{ASK}:field", Sign.UNKNOWN, text)
        if step.by_country:
            yield from self._countries(key)
        for card_id in step.counter_cards:
            title = self.reader.library.all(CounterCard)[card_id].title
            yield self._more(f"{key}/{SHOW}:{card_id}", Sign.BULLET, f"To show: {title}")

    def _papers(self, procedure: Procedure, step: Step) -> tuple[Document, ...]:
        papers = self.own.papers(self.reader, procedure, step)
        if self.found is None or self.found not in step.documents:
            return papers
        found = self.reader.library.all(Document)[self.found]
        return papers if found in papers else (*papers, found)

    def _countries(self, key: str) -> Iterator[Row]:
        if country := self.own.country_of(self.reader):
            yield self._more(f"{key}/{COUNTRY}:{country.id}", Sign.BULLET, f"The steps of {country.name}")
        text = "Choose another country" if self.own.country else "Choose your country to see its steps"
        yield self._more(f"{key}/{ASK}:{COUNTRY}", Sign.UNKNOWN, text)

    def _more(self, row_id: str, sign: Sign, text: str) -> Row:
        return Row(id=row_id, lead=f"      {self.look.signs[sign]} ", cells=(text,), tone=Tone.QUIET)

    def _sign(self, *, ticked: bool) -> str:
        return self.look.signs[Sign.TICKED if ticked else Sign.OPEN]
