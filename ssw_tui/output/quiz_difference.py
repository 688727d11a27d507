"""What differs between two results of the quiz: to read, and as data for programs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from ssw_tui.advice.answers import GOAL, State, Verdict
from ssw_tui.advice.eligibility import Quiz
from ssw_tui.output.page import Block, Heading, Item, Page, Paragraph, Tone
from ssw_tui.output.pages.common import say_day, sources
from ssw_tui.output.pages.quiz import SIGN_OF
from ssw_tui.output.quiz import say_answer
from ssw_tui.output.quiz_causes import each_once
from ssw_tui.output.quiz_compared import WAIT_UNTIL, Compared, Difference, What
from ssw_tui.reader import Reader
from ssw_tui.records.procedure import Procedure
from ssw_tui.records.quiz import VerdictText
from ssw_tui.records.statement import Statement

SAID: Mapping[What, tuple[str, str]] = {
    What.POSSIBLE: ("Now possible", "No longer possible"),
    What.BLOCK: ("Now stands against it", "No longer stands against it"),
    What.ASK: ("Now to be asked", "No longer to be asked"),
    What.GAP: ("Now missing", "No longer missing"),
    What.OUTCOME: ("Now", "No longer"),
    What.CHANGE: ("Now a smallest way to meet the conditions", "No longer a smallest way to meet the conditions"),
    What.NEXT: ("Now to go on with", "No longer to go on with"),
    What.WARNING: ("Now to look out for", "No longer to look out for"),
    What.NOTE: ("Now good to know", "No longer so"),
    What.CHECK: ("The result now depends on", "The result no longer depends on"),
    What.OPTIONAL: ("What is listed now depends on", "What is listed no longer depends on"),
    What.REASON: ("Now a condition", "No longer a condition"),
}
"""How something is said that only the second day has, and something that only the first had."""
HEADING: Mapping[What, str] = {
    What.POSSIBLE: "What is possible",
    What.BLOCK: "What stands against it",
    What.ASK: "What to ask about",
    What.GAP: "What is missing",
    What.OUTCOME: "Where it leads",
    What.CHANGE: "The smallest ways",
    What.NEXT: "What to go on with",
    What.WARNING: "What to look out for",
    What.NOTE: "What to know",
    What.CHECK: "What to find out",
    What.OPTIONAL: "What can add to the lists",
    What.REASON: "Conditions",
}
NAMED = (What.POSSIBLE, What.NEXT, What.CHECK, What.OPTIONAL)
"""What is only named, in a few words."""
STATE = {State.MET: "met", State.UNMET: "not met", State.UNKNOWN: "not known"}


def difference_data(reader: Reader, quiz: Quiz, found: Compared) -> dict[str, Any]:
    """Give what differs as plain data for programs."""
    return {
        "from": found.before.day.isoformat(),
        "to": found.after.day.isoformat(),
        "content": reader.library.edition().version,
        "goal": found.before.goal,
        "changed": [_data(reader, quiz, one) for one in found.differences],
    }


def _data(reader: Reader, quiz: Quiz, one: Difference) -> dict[str, Any]:
    named = [*(row.rules for row in one.rows), *(cause.rules for cause in one.because)]
    return {
        "what": one.what.value,
        "id": one.id,
        "from": one.before,
        "to": one.after,
        "text": " ".join([sentence(reader, quiz, one), *(cause.text for cause in one.because)]),
        "rules": list(dict.fromkeys(rule for rules in named for rule in rules)),
        "sources": list(dict.fromkeys(source for statement in _statements([one]) for source in statement.sources)),
        "because": [
            {"date": cause.day.isoformat(), "text": cause.text, "planned": cause.statement.planned}
            for cause in one.because
        ],
    }


def sentence(reader: Reader, quiz: Quiz, one: Difference) -> str:
    """Say one difference in a sentence."""
    match one:
        case Difference(what=What.VERDICT, before=str(before), after=str(after)):
            return f"The result changes from {_verdict(reader, before)} to {_verdict(reader, after)}."
        case Difference(what=What.REASON, before=str(before), after=str(after)):
            return f"{_titles(reader, one)}: {STATE[State(before)]} before, {STATE[State(after)]} after."
        case Difference(what=What.REASON):
            state = STATE[State(one.after or one.before or "")]
            return f"{_said(one)}, {state}: {_titles(reader, one)}."
        case Difference(before=str(before), after=str(after)):
            return f"{SAID[one.what][0]}: {after} Before: {before}"
        case _:
            return f"{_said(one)}: {_named(reader, quiz, one)}" + ("" if one.rows else ".")


def _said(one: Difference) -> str:
    return SAID[one.what][one.after is None]


def _verdict(reader: Reader, verdict: str) -> str:
    return f'"{reader.library.all(VerdictText)[verdict].title}"'


def _titles(reader: Reader, one: Difference) -> str:
    return reader.say(one.rows[-1].title, one.rows[-1])


def _named(reader: Reader, quiz: Quiz, one: Difference) -> str:
    """Give what something is called, or the whole of what it says."""
    match one.what:
        case What.POSSIBLE:
            return reader.library.all(VerdictText)[one.id].title
        case What.CHECK | What.OPTIONAL:
            return reader.say(quiz.questions[one.id].title)
        case What.NEXT:
            return reader.library.all(Procedure)[one.id].title
        case What.CHANGE:
            return _way(reader, quiz, one.id)
        case _:
            return one.after or one.before or ""


def _way(reader: Reader, quiz: Quiz, way: str) -> str:
    parts = []
    for part in way.split("+"):
        name, _, answer = part.partition("=")
        if name == WAIT_UNTIL:
            parts.append(f"wait until {say_day(date.fromisoformat(answer))}")
            continue
        question = quiz.questions[name]
        unit = f" {question.unit}" if question.unit else ""
        parts.append(f"{reader.say(question.title)}: {say_answer(quiz, name, answer, reader.say)}{unit}")
    return "; and ".join(parts)


def difference_page(reader: Reader, quiz: Quiz, found: Compared) -> Page:
    """Give what differs between two days as a page: the verdict, why, each list that is not the same, the sources."""
    days = f"{say_day(found.before.day)} and {say_day(found.after.day)}"
    return Page(title=f"What differs between {days}", blocks=tuple(_page(reader, quiz, found)))


def _page(reader: Reader, quiz: Quiz, found: Compared) -> Iterator[Block]:
    verdicts = reader.library.all(VerdictText)
    if found.before.verdict == found.after.verdict:
        yield Item(f"On both days: {verdicts[found.after.verdict].title}.", SIGN_OF[found.after.verdict])
    goal = found.before.goal
    yield Paragraph(say_answer(quiz, GOAL, goal, reader.say) if goal else "No goal is chosen yet.", Tone.QUIET)
    yield from difference_blocks(reader, quiz, found.differences)
    yield from sources(reader, dict.fromkeys(_statements(found.differences)))
    checked = reader.library.edition().checked
    if found.after.day > checked:
        yield Paragraph(
            f"The content was last checked on {say_day(checked)}. Later changes may be missing.", Tone.QUIET
        )


def difference_blocks(reader: Reader, quiz: Quiz, differences: Sequence[Difference]) -> Iterator[Block]:
    """Give differences to read: the verdict, why, then list by list; a condition that a list tells is left out."""
    if not differences:
        yield Paragraph("Nothing in the result differs.")
    for one in differences:
        if one.what is What.VERDICT:
            yield Item(sentence(reader, quiz, one), SIGN_OF[Verdict(one.after or "")], tone=Tone.STRONG)
    yield from _why(differences)
    days = {cause.day for one in differences for cause in one.because}
    for what, heading in HEADING.items():
        of_it = [one for one in differences if one.what is what and not _is_told_elsewhere(one, differences)]
        if of_it:
            yield Heading(heading)
        yield from _items(reader, quiz, of_it, with_days=len(days) > 1)


def _is_told_elsewhere(one: Difference, differences: Sequence[Difference]) -> bool:
    match one.what:
        case What.REASON:
            return any(row.id == one.id for other in differences if other.what is not What.REASON for row in other.rows)
        case What.OPTIONAL:
            return any(other.what is What.CHECK and other.id == one.id for other in differences)
        case _:
            return False


def _why(differences: Iterable[Difference]) -> Iterator[Block]:
    causes = each_once(cause for one in differences for cause in one.because)
    if causes:
        yield Heading("Why")
    yield from (Item(cause.text) for cause in causes)


def _items(reader: Reader, quiz: Quiz, differences: Sequence[Difference], *, with_days: bool) -> Iterator[Item]:
    """Give the items of a list; those that only name something share a line."""
    together: dict[tuple[str, str], list[str]] = {}
    for one in differences:
        days = [*dict.fromkeys(say_day(cause.day) for cause in one.because)] if with_days else []
        note = f"since {', '.join(days)}" if days else ""
        if one.what in NAMED:
            together.setdefault((_said(one), note), []).append(_named(reader, quiz, one))
        else:
            yield Item(sentence(reader, quiz, one), note=note)
    for (said, note), names in together.items():
        yield Item(f"{said}: {'; '.join(names)}.", note=note)


def _statements(differences: Iterable[Difference]) -> Iterator[Statement]:
    for one in differences:
        yield from (cause.statement for cause in one.because)
        yield from one.rows
