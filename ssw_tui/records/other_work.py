"""Work that is in none of the fields of work."""

from attrs import field, frozen

from ssw_tui.records.statement import Fact, refers_to


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
