"""Changes of the rules that more than one record tells, or that no record with a day of its own tells."""

from datetime import date
from enum import StrEnum

from attrs import field, frozen

from ssw_tui.records.statement import Fact, refers_to


class FieldList(StrEnum):
    """A list in the records of a field, named as there."""

    INTAKE = "intake"
    NO2 = "no2"
    HISTORY = "history"
    CATEGORIES = "categories"
    NO1_TESTS = "no1_tests"
    NO2_TESTS = "no2_tests"
    JAPANESE_NO1 = "japanese_no1"
    JAPANESE_NO2 = "japanese_no2"
    EXEMPTIONS = "exemptions"
    EMPLOYMENT = "employment"
    CONDITIONS = "conditions"


@frozen(kw_only=True)
class NamedChange:
    """One change, with every record that tells it; what no change names stands alone.

    Of what it names, that counts which begins on its day.
    """

    id: str
    """Stable, kebab-case."""
    day: date
    """The first day on which it is so, in Japan."""
    facts: tuple[Fact, ...] = ()
    """What to say of it where no record says it well; `since` is the day, the first sentence becomes the title."""
    before: str | None = None
    """What held until then, where no record says it."""
    rules: tuple[str, ...] = field(default=(), metadata=refers_to("rule"))
    """Rules that tell it. One with no day, or one of a later day that says what held previously, is only opened."""
    fees: tuple[str, ...] = field(default=(), metadata=refers_to("fee"))
    """Fees that begin with it."""
    fields: tuple[str, ...] = field(default=(), metadata=refers_to("field"))
    """Fields whose records tell it; empty: all that have one of the lists, where lists are named."""
    field_lists: tuple[FieldList, ...] = ()
    """The lists in which they tell it; empty: in any."""
    documents: tuple[str, ...] = field(default=(), metadata=refers_to("document"))
    """Papers that are needed from then on."""
    procedures: tuple[str, ...] = field(default=(), metadata=refers_to("procedure"))
    """Procedures with a step that begins with it."""
    topics: tuple[str, ...] = field(default=(), metadata=refers_to("topic"))
    """Topics that tell it again."""
    answers: tuple[str, ...] = field(default=(), metadata=refers_to("answer"))
    """Answers that tell it again; those that rest on a rule which begins that day need not be named."""
