"""What a field of work is in full: its kinds of work, tests, conditions, people and history."""

from enum import StrEnum

from attrs import field, frozen

from ssw_tui.records.statement import Fact, Statement, refers_to


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
