"""Conditions written out again, and what they name."""

from ssw_tui.advice.vocabulary import UNCAPPED
from ssw_tui.records.condition import (
    NO_SHIFT,
    All,
    Always,
    Comparison,
    Condition,
    Either,
    Named,
    Not,
    Shift,
    Today,
    Value,
    parts_of,
)


def written(condition: Condition) -> str:
    """Write a condition so that it is read as the same."""
    match condition:
        case Always():
            return "always"
        case Named(name=name):
            return name
        case Comparison(subject=subject, operator="in", values=values, shift=shift):
            return f"{subject}{_shift(shift)} in [{' '.join(map(_value, values))}]"
        case Comparison(subject=subject, operator=operator, values=values, shift=shift):
            return f"{subject}{_shift(shift)} {operator} {_value(values[0])}"
        case Not(part=part):
            return f"not {_bracketed(part, (All, Either))}"
        case All(parts=parts):
            return " and ".join(_bracketed(part, (All, Either)) for part in parts)
        case Either(parts=parts):
            return " or ".join(_bracketed(part, (Either,)) for part in parts)


def _bracketed(part: Condition, kinds: tuple[type, ...]) -> str:
    return f"({written(part)})" if isinstance(part, kinds) else written(part)


def _shift(shift: Shift) -> str:
    if shift == NO_SHIFT:
        return ""
    amount, unit = (shift.months, "months") if shift.months else (shift.days, "days")
    return f" {'-' if amount < 0 else '+'} {abs(amount)} {unit}"


def _value(value: Value) -> str:
    return f"today{_shift(value.shift)}" if isinstance(value, Today) else str(value)


def named(condition: Condition) -> set[str]:
    """Give what a condition names: questions, facts, definitions, quantities."""
    return {
        part.name if isinstance(part, Named) else part.subject.removesuffix(UNCAPPED)
        for part in parts_of(condition)
        if isinstance(part, Named | Comparison)
    }
