"""The papers that procedures need."""

from attrs import field, frozen

from ssw_tui.records.actor import Actor
from ssw_tui.records.rule import Status
from ssw_tui.records.statement import Statement, refers_to


@frozen(kw_only=True)
class Document(Statement):
    """A paper that a procedure needs."""

    id: str
    """Stable, kebab-case."""
    name: str
    """English name."""
    name_ja: str
    """What the counter calls it."""
    name_kana: str | None = None
    """How to say that, in hiragana."""
    form: str | None = None
    """The form's number."""
    provided_by: Actor
    """Who brings it."""
    issued_by: str | None = None
    """Who issues it."""
    validity: str | None = None
    """How old it may be."""
    note: str | None = None
    """What to look out for."""
    fields: tuple[str, ...] = field(default=(), metadata=refers_to("field"))
    """The only fields of work that ask for it; empty: it has to do with no field alone."""
    status: Status | None = None
    """The only one of the two statuses that asks for it; None: both do."""
