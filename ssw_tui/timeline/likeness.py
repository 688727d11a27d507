"""Whether two records tell the same: on one day, from a common source, in largely the same words."""

import re
from collections.abc import Iterable, Set
from functools import lru_cache

from attrs import evolve

from ssw_tui.timeline.change import Change, Rank

ALIKE = 0.5
"""The share of the shorter text's words that two texts of one fact have in common."""
FEWEST_WORDS = 5
"""The fewest words in common that say anything."""
COMMON = frozenset(
    (
        *("the", "and", "you", "your", "for", "this", "that", "from", "with", "are", "not", "has", "was", "were"),
        *("have", "who", "which", "what", "may", "can", "its", "into", "only", "before", "after", "than", "them"),
        *("they", "there", "their", "one", "will", "must"),
    )
)
"""Words that stand in every text."""
OF_RECORDS = frozenset((Rank.RULE, Rank.EVENT, Rank.FACT, Rank.PAPER, Rank.TOPIC, Rank.ANSWER))
"""What is told on the page of its own record, and not only of one that lies near."""
ABOUT_SEVERAL = frozenset((Rank.RULE, Rank.TOPIC, Rank.ANSWER))
"""What can be about several fields at once."""
_WORD = r"[a-z]{3,}|[\u3040-\u9fff]{2,}|\d+(?:-\d+)?|[an]\d"
_AMOUNT = r"¥[\d,]*\d"


@lru_cache(maxsize=1024)
def words(text: str) -> Set[str]:
    """Give the words of a text that tell it from others: English, Japanese, numbers of forms and levels."""
    return frozenset(re.findall(_WORD, text.lower())) - COMMON


def amounts(text: str) -> Set[str]:
    """Give the amounts of money in a text."""
    return frozenset(re.findall(_AMOUNT, text))


def likeness(one: str, other: str) -> float:
    """Give the share of the shorter text's words that the other has too; 0 where they are too few to tell."""
    both = words(one) & words(other)
    return len(both) / min(len(words(one)), len(words(other))) if len(both) >= FEWEST_WORDS else 0.0


def put_together(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Give the changes of one day in order, those that tell the same as one."""
    kept: list[Change] = []
    for change in sorted(changes, key=lambda change: (change.rank, change.ends)):
        found, number = max(((_tells(one, change), -place) for place, one in enumerate(kept)), default=(0.0, 0))
        if found:
            kept[-number] = _joined(kept[-number], change)
        else:
            kept.append(change)
    return tuple(kept)


def _tells(kept: Change, other: Change) -> float:
    """Give how well a change tells what another tells again; 0: it does not."""
    common = set(kept.sources) & set(other.sources)
    if not common or kept.ends or other.ends or other.rank <= kept.rank:
        return 0.0
    match other.rank:
        case Rank.OVERVIEW | Rank.TOPIC | Rank.ANSWER:
            return 0.0 if kept.rank in (Rank.FEE, Rank.PAPER) else _near(kept, other)
        case Rank.FIGURE:
            return _near(kept, other)
        case Rank.FEE:
            return _names_fee(kept, other)
        case _ if kept.rank in (Rank.FEE, Rank.CEILING) or _is_of_others(kept, other):
            return 0.0
        case Rank.PAPER if _names_paper(kept, other):
            return 1.0
        case _:
            found = _alike(kept, other)
            return found if found >= ALIKE else 0.0


def _is_of_others(kept: Change, other: Change) -> bool:
    """Whether something is said of other fields; what a rule says can stand in the list of every field."""
    return kept.rank is not Rank.RULE and not set(other.fields) <= set(kept.fields)


def _names_paper(kept: Change, paper: Change) -> bool:
    """Whether a change names a paper by its Japanese name."""
    name = {word for word in words(paper.title) if not word.isascii()}
    return bool(name) and name <= words(kept.text)


def _near(kept: Change, other: Change) -> float:
    """Give how near a sentence that sums up is to a change with a source in common."""
    return 1 + _alike(kept, other)


def _names_fee(kept: Change, fee: Change) -> float:
    """Give how well a rule tells a fee; 0: it does not name its amounts."""
    if kept.rank is not Rank.RULE or not amounts(fee.title) <= amounts(f"{kept.title} {kept.text}"):
        return 0.0
    return 1 + len(words(fee.title) & words(f"{kept.title} {kept.text}"))


def _alike(kept: Change, other: Change) -> float:
    return max(likeness(one, two) for one in _wordings(kept) for two in _wordings(other))


def _wordings(change: Change) -> Iterable[str]:
    said = (getattr(statement, "text", "") for statement in change.statements)
    return dict.fromkeys((f"{change.title} {change.text}", *filter(None, said)))


def _joined(kept: Change, other: Change) -> Change:
    if other.rank not in OF_RECORDS:
        return evolve(kept, details=(*kept.details, *other.details), statements=(*kept.statements, *other.statements))
    # Several fields are told best by what is about all of them; one field by its own page.
    leads = other.rank in ABOUT_SEVERAL and len(kept.fields) > 1 and kept.kind == "field"
    places = (*other.places, *kept.places) if leads else (*kept.places, *other.places)
    return evolve(
        kept,
        before=kept.before or other.before,
        details=(*kept.details, *other.details),
        places=tuple(dict.fromkeys(places)),
        fields=tuple(dict.fromkeys((*kept.fields, *other.fields))) if kept.rank is Rank.RULE else kept.fields,
        statements=(*kept.statements, *other.statements),
    )
