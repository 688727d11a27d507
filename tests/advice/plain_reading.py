"""The rows read in the plainest way, on complete answers: no diagrams, no bands, nothing remembered."""

from datetime import date, timedelta
from decimal import Decimal

from ssw_tui.advice.answers import GOAL, ORDER, Answer, Verdict
from ssw_tui.advice.days import add_months
from ssw_tui.advice.eligibility import Quiz
from ssw_tui.advice.plan import VERDICT_OF
from ssw_tui.records.condition import All, Always, Comparison, Condition, Either, Named, Not, Shift, Today, Value, parse
from ssw_tui.records.quiz import Quantity, Row


class PlainReading:
    """One set of complete answers, read on a day."""

    def __init__(self, quiz: Quiz, answers: dict[str, Answer], day: date) -> None:
        self._words = quiz.vocabulary
        self._answers = answers
        self._day = day
        self._rows = {row.id: row for row in quiz.rows.values() if answers[GOAL] in row.goals and row.holds_on(day)}

    def striking(self) -> list[Row]:
        return [row for row in self._rows.values() if self._strikes(row)]

    def verdict(self) -> Verdict:
        ranks = [ORDER.index(VERDICT_OF[row.effect]) for row in self.striking() if row.effect in VERDICT_OF]
        return ORDER[min(ranks, default=len(ORDER) - 1)]

    def _strikes(self, row: Row) -> bool:
        instead = (self._rows[other] for other in row.exceptions if other in self._rows)
        return (
            self.holds(parse(row.applies))
            and self.holds(parse(row.when))
            and not any(self._strikes(other) for other in instead)
        )

    def holds(self, condition: Condition) -> bool:
        match condition:
            case Always():
                return True
            case Not(part=part):
                return not self.holds(part)
            case All(parts=parts):
                return all(map(self.holds, parts))
            case Either(parts=parts):
                return any(map(self.holds, parts))
            case Named(name=name) if name in self._words.definitions:
                definition = self._words.definitions[name]
                return definition.holds_on(self._day) and self.holds(parse(definition.when))
            case Named(name=name):
                return self._fact(name) == "yes"
            case Comparison():
                return self._compares(condition)

    def _compares(self, comparison: Comparison) -> bool:
        left = self._left(comparison)
        if comparison.operator == "in":
            return left in comparison.values
        right = self._right(comparison.subject, comparison.values[0])
        if comparison.operator == "=":
            return left == right
        assert isinstance(left, Decimal | date)
        low, high = (left, right) if "<" in comparison.operator else (right, left)
        return low < high or ("=" in comparison.operator and low == high)  # type: ignore[operator]

    def _left(self, comparison: Comparison) -> object:
        name, _, part = comparison.subject.partition(".")
        if name in self._words.quantities:
            return self._amount(self._words.quantities[name], capped=not part)
        if part:
            return self._fact(comparison.subject)
        answer = self._answers[name]
        return self._moved(answer, comparison.shift) if isinstance(answer, date) else answer

    def _right(self, subject: str, value: Value) -> object:
        if isinstance(value, Today):
            return self._moved(self._day, value.shift)
        if value in self._answers and value not in self._words.options(subject):
            return self._answers[str(value)]
        return value

    def _fact(self, name: str) -> str:
        question, _, fact = name.partition(".")
        field = self._words.fields.get(str(self._answers[question]))
        if fact == "intake":
            return field.intake_on(self._day).value if field else "not-a-field"
        holds = field is not None and (field.dispatch if fact == "dispatch" else field.has_no2_on(self._day))
        return "yes" if holds else "no"

    def _amount(self, quantity: Quantity, *, capped: bool) -> Decimal:
        total = self._answers[quantity.total]
        assert isinstance(total, Decimal)
        if not quantity.holds_on(self._day) or not self.holds(parse(quantity.when)):
            return total
        for reduction in quantity.less:
            number = self._answers[reduction.question]
            assert isinstance(number, Decimal)
            if number > reduction.more_than:
                most = reduction.at_most if capped and reduction.at_most is not None else number
                total -= min(number, Decimal(most))
        return total

    @staticmethod
    def _moved(day: date, shift: Shift) -> date:
        return add_months(day, shift.months) + timedelta(days=shift.days)
