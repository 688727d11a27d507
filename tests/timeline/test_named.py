from datetime import date
from pathlib import Path

import pytest

from ssw_tui.records.statement import Confidence
from ssw_tui.timeline import Change, changes_between
from tests.timeline.small import answer, category, change, fact, fee, listed, rule, small, span, topic

DAY = "2023-05-01"
LATER = "2024-05-01"
LETTER = 'rules = ["letter"]\n'
OPEN = {"tea": span("open", "2020-01-01"), "milk": span("open", "2020-01-01")}
CLUB = dict.fromkeys(("tea", "milk"), listed("conditions", "Your employer joins a club.", since=DAY))


def told(folder: Path, **records: object) -> list[Change]:
    """Give what content of these records tells of the day."""
    day = date.fromisoformat(DAY)
    return list(changes_between(small(folder, **records), day, day))  # type: ignore[arg-type]


def test_records_that_no_change_names_are_told_one_by_one(tmp_path: Path) -> None:
    found = told(tmp_path, rules=rule("letter", since=DAY), fields=OPEN, details=CLUB)
    assert [one.id for one in found] == ["letter", "tea"]


def test_what_a_change_names_is_one_change_and_the_rule_says_it(tmp_path: Path) -> None:
    named = change("letter", DAY, f'{LETTER}field_lists = ["conditions"]')
    (one,) = told(tmp_path, rules=rule("letter", since=DAY), fields=OPEN, details=CLUB, changes=named)
    assert (one.id, one.text, one.fields) == ("letter", "The text of letter.", ("tea", "milk"))
    assert one.places == (("rule", "letter"), ("field", "tea"), ("field", "milk"))
    assert len(one.statements) == 2


@pytest.mark.parametrize(
    "of_the_change",
    ['field_lists = ["employment"]', 'fields = ["milk"]', ""],
    ids=["another list", "another field", "no field"],
)
def test_what_it_does_not_name_stays_beside_it(tmp_path: Path, of_the_change: str) -> None:
    details = {"tea": listed("history", "The club opens.", since=DAY)}
    named = change("letter", DAY, f"{LETTER}{of_the_change}")
    found = told(tmp_path, rules=rule("letter", since=DAY), fields=OPEN, details=details, changes=named)
    assert [one.id for one in found] == ["letter", "tea"]


def test_what_begins_on_another_day_or_ends_stays_beside_it(tmp_path: Path) -> None:
    rules = rule("letter", since=DAY) + rule("late", since=LATER) + rule("gone", until=DAY)
    library = small(tmp_path, rules=rules, changes=change("letter", DAY, 'rules = ["letter", "late", "gone"]'))
    found = changes_between(library, date.min, date.max)
    assert [(one.id, one.ends) for one in found] == [("late", False), ("letter", False), ("gone", True)]


def test_a_change_in_one_field_leads_to_the_field_and_one_in_several_to_the_rule(tmp_path: Path) -> None:
    stop = span("open", "2020-01-01", DAY) + span("stopped", DAY)
    for number, (fields, leads) in enumerate((({"tea": stop}, "tea"), ({"tea": stop, "milk": stop}, "letter"))):
        named = change("stop", DAY, f'{LETTER}field_lists = ["intake"]')
        folder = tmp_path / str(number)
        folder.mkdir()
        (one,) = told(folder, rules=rule("letter", since=DAY), fields=fields, changes=named)
        assert one.id == leads
        assert one.title.endswith("No.1 is stopped for newcomers")
        assert one.before == "It is open."


def test_fees_are_lines_of_the_rule_that_raises_them(tmp_path: Path) -> None:
    fees = fee("stamp", 4000, until=DAY) + fee("dearer", 6000, since=DAY)
    named = change("dearer", DAY, f'{LETTER}fees = ["dearer"]')
    (one,) = told(tmp_path, rules=rule("letter", since=DAY), fees=fees, changes=named)
    assert (one.id, one.before, one.details) == ("letter", "¥4,000", ("A stamp: ¥6,000",))


def test_its_own_facts_say_it_and_what_records_say_are_lines(tmp_path: Path) -> None:
    said = fact("change", "Clubs are open. All can join.", since=DAY).replace("high", "low")
    named = change("clubs", DAY, f'before = "Closed."\nfield_lists = ["conditions"]\n{said}')
    (one,) = told(tmp_path, fields=OPEN, details=CLUB, changes=named)
    assert (one.title, one.text, one.before) == ("Clubs are open", "All can join.", "Closed.")
    assert one.details == ("The tea and The milk: What the employer must do: Your employer joins a club.",)
    assert one.confidence is Confidence.LOW


def test_what_happened_in_a_field_says_it_and_its_lists_are_lines(tmp_path: Path) -> None:
    lists = listed("history", "The club opens. It is free.", since=DAY) + listed("conditions", "Pay.", since=DAY)
    details = {"tea": lists + listed("employment", "Work.", since=DAY).replace("high", "low")}
    (one,) = told(tmp_path, fields=OPEN, details=details, changes=change("club", DAY, 'fields = ["tea"]'))
    assert (one.title, one.text) == ("The tea: The club opens", "It is free.")
    assert one.details == ("not sure: Employment: Work.", "What the employer must do: Pay.")


def test_what_happened_in_two_fields_names_them_in_each_line(tmp_path: Path) -> None:
    event = listed("history", "Kinds of work change.", since=DAY)
    details = {"tea": event + category("Picking", since=DAY), "milk": event + category("Milking", since=DAY)}
    details["milk"] += listed("conditions", "Pay.", since=DAY)
    named = change("kinds", DAY, 'fields = ["tea", "milk"]\nfield_lists = ["history", "categories"]')
    kinds, condition = told(tmp_path, fields=OPEN, details=details, changes=named)
    assert kinds.title == "The tea and The milk: Kinds of work change"
    assert kinds.details == ("The tea: Kinds of work: Picking 茶", "The milk: Kinds of work: Milking 茶")
    assert condition.title == "The milk: what the employer must do"


def test_a_change_that_no_record_of_the_day_tells_leads_to_where_to_read_on(tmp_path: Path) -> None:
    said = fact("change", "Clubs are open.", since=DAY)
    rules, topics = rule("letter"), topic("clubs", fact("topic", "Clubs open.", since=DAY))
    named = change("clubs", DAY, f'{LETTER}topics = ["clubs"]\n{said}') + change("more", DAY, said)
    one, more = told(tmp_path, rules=rules, topics=topics, changes=named)
    assert one.places == (("rule", "letter"), ("topic", "clubs"))
    assert more.places == (("view", "overview"),)


def test_figures_are_those_of_the_day_and_of_the_day_before(tmp_path: Path) -> None:
    figures = '[[figure]]\nid = "members"\ntitle = "Members"\nunit = "people"\n'
    for value, span_of in ((5, f"until = {DAY}"), (7, f"since = {DAY}")):
        figures += f'[[figure.values]]\nvalue = {value}\nconfidence = "high"\nsources = ["isa"]\n{span_of}\n'
    said = fact("change", "The club has {members} members.", since=DAY)
    named = change("members", DAY, f'before = "{{members}}."\n{said}')
    (one,) = told(tmp_path, figures=figures, changes=named)
    assert (one.title, one.before) == ("The club has 7 members", "5.")


def test_an_answer_that_rests_on_a_rule_of_its_day_is_where_to_read_on(tmp_path: Path) -> None:
    answers = answer("hats", since=DAY, rules='"letter"') + answer("late", since=LATER, rules='"letter"')
    (one,) = told(tmp_path, rules=rule("letter", since=DAY), answers=answers + answer("other", since=DAY))
    assert one.places == (("rule", "letter"), ("answer", "hats"))


def test_the_changes_of_a_day_come_fields_first_and_in_the_order_of_the_records(tmp_path: Path) -> None:
    rules = rule("one", since=DAY) + rule("two", since=DAY) + rule("gone", until=DAY)
    details = {"tea": category("Picking", since=DAY)}
    named = change("two", DAY, 'rules = ["two"]\nfield_lists = ["categories"]')
    fields = {"milk": span("open", DAY), **OPEN, "rice": span("open", DAY)}
    found = told(tmp_path, rules=rules, fields=fields, details=details, changes=named)
    assert [one.id for one in found] == ["rice", "one", "two", "gone"]
