"""The fields of work (特定産業分野) in which the status can be given."""

from datetime import date
from enum import StrEnum

from attrs import field, frozen

from ssw_tui.records.statement import Fact, Statement, refers_to, the_one_holding


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


@frozen(kw_only=True)
class WorkCategory(Statement):
    """A kind of work inside a field (業務区分)."""

    name: str
    """English name."""
    name_ja: str
    """Japanese name."""
    work: str
    """What the work is."""
    no1: bool
    """Open to No.1."""
    no2: bool
    """Open to No.2."""


@frozen(kw_only=True)
class SkillsTest(Statement):
    """A test of skill that a field asks for."""

    name: str
    """English name."""
    name_ja: str
    """Japanese name."""
    operator: str
    """Who holds it."""
    address: str | None = None
    """The operator's page."""
    languages: str | None = None
    """In which languages it is held; None: not known."""
    held_in: tuple[str, ...] = ()
    """Countries, as far as known."""
    held_as_of: str | None = None
    """The date of that list of countries, as exact as known."""
    fee: str | None = None
    """The fee where known, with its date; None: not known."""
    form: str | None = None
    """Computer test, written, practical ..."""
    accepted_instead: tuple[str, ...] = ()
    """Other proofs that count as passing."""
    experience: str | None = None
    """Experience that must be shown beside the test."""


class Measure(StrEnum):
    """What a figure of a field counts."""

    CEILING_NO1 = "ceiling-no1"
    """The most No.1 workers that may be resident (受入れ見込数)."""
    CEILING_SKILL_DEVELOPMENT = "ceiling-skill-development"
    """The most workers under Employment for Skill Development (育成就労)."""
    RESIDENTS_NO1 = "residents-no1"
    """No.1 workers resident on a day."""
    RESIDENTS_NO2 = "residents-no2"
    """No.2 workers resident on a day."""


@frozen(kw_only=True)
class FieldFigure(Statement):
    """A count of people in a field; for residents `since` is the day of the count."""

    measure: Measure
    """What is counted."""
    people: int
    """How many."""
    note: str | None = None
    """What must be said beside it: preliminary, for which years ..."""


@frozen(kw_only=True)
class FieldPeople:
    """How many people a field may hold and holds; apart from its detail, so that the list of fields opens at once."""

    id: str = field(metadata=refers_to("field"))
    """The field's id."""
    figures: tuple[FieldFigure, ...]
    """Ceilings and counts of residents over time."""


@frozen(kw_only=True)
class FieldEvent(Statement):
    """Something that happened to a field; `since` is its day."""

    text: str
    """What happened."""


@frozen(kw_only=True)
class FieldDetail:
    """Everything else about a field, one file each, loaded when somebody opens the field."""

    id: str = field(metadata=refers_to("field"))
    """The field's id."""
    former_names: tuple[str, ...]
    """Earlier names, with Japanese and years."""
    ministry: str
    """The ministry in charge, in English."""
    ministry_ja: str
    """The ministry in charge, in Japanese."""
    official_page: str | None = None
    """An official page about the field."""
    summary: str
    """What the work is, in one or two sentences."""
    categories: tuple[WorkCategory, ...]
    """The kinds of work."""
    no1_tests: tuple[SkillsTest, ...]
    """The skills tests for No.1."""
    no2_tests: tuple[SkillsTest, ...]
    """The skills tests for No.2; empty where the field has none."""
    japanese_no1: tuple[Fact, ...]
    """The Japanese level for No.1."""
    japanese_no2: tuple[Fact, ...]
    """The Japanese level for No.2."""
    exemptions: tuple[Fact, ...]
    """Whom the tests are waived for."""
    employment: tuple[Fact, ...]
    """Direct employment or dispatch, and on which conditions."""
    conditions: tuple[Fact, ...]
    """What the field asks of the employer, its council included."""
    history: tuple[FieldEvent, ...]
    """Oldest first."""
    unknown: tuple[str, ...]
    """What could not be found out."""
    ask: str = field(default="isa-info", metadata=refers_to("help-line"))
    """Whom to ask about what is unknown."""


@frozen(kw_only=True)
class OtherWork(Fact):
    """Work that people ask about and that is in none of the fields, so that a search ends with an answer."""

    id: str
    """Stable, kebab-case."""
    name: str
    """What the work is called in English."""
    name_ja: str
    """What it is called in Japanese."""
    words: tuple[str, ...]
    """What people type who look for it, in any language and script; lower case."""
    near: tuple[str, ...] = field(default=(), metadata=refers_to("field"))
    """The fields whose work is nearest, nearest first; empty: none is near."""
