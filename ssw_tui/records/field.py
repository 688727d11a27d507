"""The fields of work (特定産業分野) in which the status can be given."""

from datetime import date
from enum import StrEnum

from attrs import field, frozen

from ssw_tui.records.statement import Statement, refers_to, the_one_holding


class Intake(StrEnum):
    """Whether new No.1 workers are taken in."""

    OPEN = "open"
    """New workers are taken in."""
    NOT_OPEN = "not-open"
    """In the ordinance, but the field's own notice or test is still missing."""
    UNCONFIRMED = "unconfirmed"
    """In the ordinance; whether workers are taken in could not be confirmed."""
    STOPPED = "stopped"
    """Closed to newcomers because its ceiling is reached."""
    NOT_A_FIELD = "not-a-field"
    """Not in the ordinance on that day: not yet, or no longer."""


@frozen(kw_only=True)
class IntakeSpan(Statement):
    """How No.1 intake stands during some time."""

    state: Intake
    """Open, not open, stopped ..."""
    text: str
    """Why, in one sentence."""


@frozen(kw_only=True)
class No2Span(Statement):
    """Whether the field has No.2 during some time."""

    available: bool
    """Whether a No.2 status can be given in this field."""
    text: str
    """Since when, for which part of the field, by which decision."""


@frozen(kw_only=True)
class Field:
    """A field as lists show it and as the quiz needs it; the rest is in its FieldDetail."""

    id: str
    """Stable, kebab-case; an answers file names it."""
    name: str
    """English name."""
    name_ja: str
    """The name in the ordinance."""
    name_kana: str
    """How to say it, in hiragana."""
    work_words: tuple[str, ...]
    """What people call the work, in any language and script: "caregiver", "溶接", "やさい"; lower case."""
    dispatch: bool
    """Whether a worker may be sent by a dispatch business (労働者派遣); else employment is direct."""
    intake: tuple[IntakeSpan, ...]
    """Intake of No.1 over time, without gaps or overlaps from the first day; before it the field is none."""
    no2: tuple[No2Span, ...]
    """No.2 over time, without overlaps; on a day without a span there is none."""
    merged_into: str | None = field(default=None, metadata=refers_to("field"))
    """The field that took this one over."""

    def intake_on(self, day: date) -> Intake:
        """How No.1 intake stands on a day."""
        span = the_one_holding(self.intake, day)
        return span.state if span else Intake.NOT_A_FIELD

    def has_no2_on(self, day: date) -> bool:
        """Whether No.2 can be given in this field on a day."""
        span = the_one_holding(self.no2, day)
        return span is not None and span.available

    @property
    def no1_from(self) -> date | None:
        """The first day on which the ordinance lists the field."""
        days = [span.since for span in self.intake if span.state is not Intake.NOT_A_FIELD]
        return min((day for day in days if day), default=None)

    @property
    def no2_from(self) -> date | None:
        """The first day of No.2 in the field, None where it has none."""
        return min((span.since for span in self.no2 if span.available and span.since), default=None)
