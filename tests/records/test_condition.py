from datetime import date
from decimal import Decimal

import pytest

from ssw_tui.records.condition import (
    All,
    Always,
    Comparison,
    Condition,
    ConditionError,
    Either,
    Named,
    Not,
    Shift,
    Today,
    parse,
    parts_of,
)
from ssw_tui.records.quiz import Definition


def told(condition: Condition) -> str:
    """Write a condition with every bracket, to compare it."""
    match condition:
        case Always():
            return "always"
        case Named(name=name):
            return name
        case Not(part=part):
            return f"not {told(part)}"
        case All(parts=parts):
            return f"({' and '.join(map(told, parts))})"
        case Either(parts=parts):
            return f"({' or '.join(map(told, parts))})"
        case Comparison(subject=subject, operator=operator, values=values):
            return f"{subject} {operator} {' '.join(map(str, values))}"


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("a", "a"),
        ("always", "always"),
        ("field.no2", "field.no2"),
        ("a or b and c", "(a or (b and c))"),
        ("(a or b) and c", "((a or b) and c)"),
        ("not a and b", "(not a and b)"),
        ("not (a and b)", "not (a and b)"),
        ("not not a", "not not a"),
        ("japanese = n4", "japanese = n4"),
        ("japanese != n4", "not japanese = n4"),
        ("japanese in [n4 n3]", "japanese in n4 n3"),
        ("japanese not in [n4 n3]", "not japanese in n4 n3"),
        ("period = 5-years", "period = 5-years"),
        ("passport = KH", "passport = KH"),
        ("no1-months >= 2.5", "no1-months >= 2.5"),
        ("no1-months<60 and b", "(no1-months < 60 and b)"),
    ],
)
def test_a_condition_is_read(text: str, meaning: str) -> None:
    assert told(parse(text)) == meaning


def test_days_and_numbers_are_told_from_names() -> None:
    condition = parse("stay-ends + 2 months < today - 14 days")

    assert isinstance(condition, Comparison)
    assert condition.shift == Shift(months=2)
    assert condition.values == (Today(Shift(days=-14)),)
    assert [
        part.values
        for part in parts_of(parse("a = 2026-04-13 and b = 60 and c = 2y10m"))
        if isinstance(part, Comparison)
    ] == [
        (date(2026, 4, 13),),
        (Decimal(60),),
        ("2y10m",),
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "character 1: expected a question, a fact or a definition, not the end"),
        ("a and", "character 6: expected a question, a fact or a definition, not the end"),
        ("a b", 'character 3: expected "and", "or" or the end, not "b"'),
        ("(a", 'character 3: expected ")", not the end'),
        ("a)", 'character 2: expected "and", "or" or the end, not ")"'),
        ("a in n4", 'character 6: expected "[", not "n4"'),
        ("a in []", 'character 7: expected an option, a number or a day, not "]"'),
        ("a in [b", "character 8: expected an option, a number or a day, not the end"),
        ("a = and", 'character 5: expected an option, a number or a day, not "and"'),
        ("a + 2 < today", 'character 7: expected "months" or "days", not "<"'),
        ("a + x months", 'character 5: expected a whole number, not "x"'),
        ("a + 2 months", "character 13: expected one of = != < <= > >=, not the end"),
        ("a = 2026-02-30", "character 5: there is no day 2026-02-30"),
        ("a = b & c", "character 7: '&' means nothing here"),
        ("60 <= a", 'character 1: expected a question, a fact or a definition, not "60"'),
        ("or a", 'character 1: expected a question, a fact or a definition, not "or"'),
    ],
)
def test_a_fault_names_the_place_and_what_was_expected(text: str, problem: str) -> None:
    with pytest.raises(ConditionError) as raised:
        parse(text)
    assert str(raised.value) == problem


def test_a_record_with_a_faulty_condition_names_its_key() -> None:
    with pytest.raises(ValueError, match=r'a condition in "when": character 3: expected'):
        Definition(id="x", title="X", when="a b")


def test_a_condition_is_read_once() -> None:
    assert parse("a and b") is parse("a and b")
