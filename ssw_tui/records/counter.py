"""What to say at a counter: Japanese sentences to show, with how to say them and what they mean."""

from attrs import field, frozen

from ssw_tui.records.statement import Fact, refers_to


@frozen(kw_only=True)
class Sentence:
    """A sentence in Japanese, to show or to recognise."""

    ja: str
    """As it is written."""
    kana: str
    """The whole of it in hiragana and katakana."""
    english: str
    """What it means."""


@frozen(kw_only=True)
class CounterCard:
    """A card for one visit to a counter, to be turned to whoever stands behind it."""

    id: str
    """Stable, kebab-case."""
    title: str
    """The counter and the matter: "City hall: tell them your new address"."""
    counter: str
    """Where, in English."""
    counter_ja: str
    """What the counter is called."""
    counter_kana: str
    """How to say that."""
    bring: tuple[str, ...] = field(default=(), metadata=refers_to("document"))
    """The papers to have in the hand."""
    sentences: tuple[Sentence, ...]
    """What to show, in the order in which it is needed."""
    answers: tuple[Sentence, ...] = ()
    """What the clerk may ask or say."""
    facts: tuple[Fact, ...] = ()
    """What to know before going there."""
