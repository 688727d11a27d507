"""What a country asks of its people who go to work in Japan."""

from enum import StrEnum

from attrs import field, frozen

from ssw_tui.records.actor import Actor
from ssw_tui.records.statement import Fact, refers_to


class Whereabouts(StrEnum):
    """Where somebody is who has to take a step."""

    ABROAD = "abroad"
    """In the country itself, before coming to Japan."""
    JAPAN = "japan"
    """Already in Japan."""


@frozen(kw_only=True)
class HomeStep(Fact):
    """One step of a country's own procedure."""

    title: str
    """What to do, in a few words."""
    who: Actor
    """Who has to act."""
    where: str | None = None
    """The office, agency or system."""
    people_in: tuple[Whereabouts, ...]
    """For people who are where."""


@frozen(kw_only=True)
class HomeCountry:
    """A country, the paper of it that Japan asks for, and its own steps."""

    id: str
    """Stable, kebab-case."""
    code: str | None = None
    """ISO 3166-1 alpha-2; None: any country that has no record of its own."""
    name: str
    """English name."""
    name_ja: str
    """Japanese name."""
    words: tuple[str, ...] = ()
    """What people type who look for it: its offices and papers, in any language; lower case."""
    in_filing: Fact
    """Which paper of the country goes into the application in Japan, or that none is known to."""
    steps: tuple[HomeStep, ...] = ()
    """In order; empty: not known."""
    not_known: Fact | None = None
    """What could not be found out, and whom to ask."""
    rules: tuple[str, ...] = field(default=(), metadata=refers_to("rule"))
    """The rules behind it."""
