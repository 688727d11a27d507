from datetime import date

import pytest

from ssw_tui.records.statement import Confidence, Fact
from ssw_tui.timeline.change import Change, Place, Rank
from ssw_tui.timeline.likeness import amounts, likeness, put_together, words

DAY = date(2026, 8, 20)
LETTER = "Every employer hands in one letter a year at the town hall of the workplace."
LETTER_AGAIN = "Your employer hands in one letter a year at the town hall."
OTHER_LETTER = (
    "Every employer keeps a letter of each meeting at hand, and shows it when the office asks what was said, by whom, "
    "where, how often, in which language and for how long."
)


def change(
    rank: Rank,
    text: str,
    *,
    name: str = "",
    title: str = "",
    source: str = "isa",
    fields: tuple[str, ...] = (),
    before: str = "",
    ends: bool = False,
) -> Change:
    fact = Fact(text=text, confidence=Confidence.HIGH, checked=DAY, sources=(source,), since=DAY)
    kind = "field" if fields else "rule"
    return Change(
        date=DAY,
        title=title,
        text=text,
        rank=rank,
        before=before,
        places=tuple(Place(kind, field) for field in fields) or (Place(kind, name or rank.name.lower()),),
        fields=fields,
        statements=(fact,),
        ends=ends,
    )


RULE = change(Rank.RULE, LETTER, name="letter")


def test_one_fact_told_twice_is_one_change_that_keeps_both_records() -> None:
    (told,) = put_together([change(Rank.FACT, LETTER_AGAIN, fields=("tea", "milk")), RULE])
    assert (told.text, told.kind, told.id, told.fields) == (LETTER, "rule", "letter", ("tea", "milk"))
    assert set(told.places) == {("rule", "letter"), ("field", "tea"), ("field", "milk")}
    assert len(told.statements) == 2


@pytest.mark.parametrize(
    "other",
    [
        change(Rank.FACT, LETTER_AGAIN, source="news"),
        change(Rank.FACT, OTHER_LETTER),
        change(Rank.FACT, "One letter a year."),
        change(Rank.FACT, LETTER_AGAIN, ends=True),
        change(Rank.RULE, LETTER_AGAIN, name="again"),
    ],
    ids=["no common source", "other words", "too few words", "something that ends", "another rule"],
)
def test_what_is_not_the_same_stays_apart(other: Change) -> None:
    assert put_together([RULE, other]) == (RULE, other)


def test_a_few_words_in_common_do_not_make_one_fact() -> None:
    rule = change(Rank.RULE, f"{LETTER} It names workers, houses, wages, meals, trains, doctors and schools.")
    fact = change(
        Rank.FACT, "Every employer hands workers one letter: uniforms, tools, shifts, breaks, gloves, helmets."
    )
    assert len(words(rule.text) & words(fact.text)) == 5
    assert put_together([rule, fact]) == (rule, fact)


def test_what_is_said_of_other_fields_is_not_told_by_what_happened_in_one() -> None:
    event = change(Rank.EVENT, LETTER, fields=("tea",))
    fact = change(Rank.FACT, LETTER_AGAIN, fields=("milk",))
    assert put_together([event, fact]) == (event, fact)
    assert len(put_together([event, change(Rank.FACT, LETTER_AGAIN, fields=("tea",))])) == 1


def test_ceilings_and_fees_take_in_no_sentence_that_is_like_them() -> None:
    for rank in (Rank.CEILING, Rank.FEE):
        assert len(put_together([change(rank, LETTER), change(Rank.FACT, LETTER_AGAIN)])) == 2


def test_several_fields_lead_to_the_rule_about_them_and_one_field_to_itself() -> None:
    several, one = (
        change(Rank.FIELDS, LETTER_AGAIN, fields=("tea", "milk")),
        change(Rank.FIELDS, LETTER_AGAIN, fields=("tea",)),
    )
    assert [told.id for told in put_together([several, RULE])] == ["letter"]
    assert [told.id for told in put_together([one, RULE])] == ["tea"]


def test_what_held_before_is_taken_from_whoever_knows_it() -> None:
    field = change(Rank.FIELDS, LETTER_AGAIN, fields=("tea",))
    (told,) = put_together([field, change(Rank.RULE, LETTER, before="No letter.")])
    assert told.before == "No letter."
    knowing = change(Rank.FIELDS, LETTER_AGAIN, fields=("tea",), before="Two letters.")
    (told,) = put_together([knowing, change(Rank.RULE, LETTER, before="No letter.")])
    assert told.before == "Two letters."


def test_a_paper_that_a_rule_names_in_japanese_is_told_by_the_rule() -> None:
    rule = change(Rank.RULE, "You need the letter (協力確認書, きょうりょくかくにんしょ) before you go.")
    paper = change(Rank.PAPER, "It is blue.", title="New paper: Letter 協力確認書")
    other = change(Rank.PAPER, "It is blue.", title="New paper: Pledge 誓約書")
    assert put_together([paper, rule, other]) == (put_together([rule, paper])[0], other)
    assert len(put_together([rule, paper])) == 1


def test_a_fee_is_told_by_the_rule_that_names_its_amounts_and_most_of_its_words() -> None:
    extension = change(Rank.RULE, "An extension costs ¥10,000.", name="extension")
    hardship = change(Rank.RULE, "In hardship an extension costs ¥10,000.", name="hardship")
    fee = change(Rank.FEE, "You pay.", title="Fee: extension in hardship: ¥10,000")
    told = {one.id: len(one.statements) for one in put_together([extension, hardship, fee])}
    assert told == {"extension": 1, "hardship": 2}
    dearer = change(Rank.FEE, "You pay.", title="Fee: extension: ¥12,000")
    assert len(put_together([extension, dearer])) == 2


def test_the_days_changes_come_by_rank_and_what_ends_comes_last_in_its_own() -> None:
    ending = change(Rank.RULE, "Gone.", name="gone", ends=True)
    event = change(Rank.EVENT, "Tea is drunk.", fields=("tea",))
    assert [one.id for one in put_together([event, ending, RULE])] == ["letter", "gone", "tea"]


def test_likeness_is_the_share_of_the_shorter_text() -> None:
    assert likeness(LETTER, LETTER) == 1
    assert likeness(LETTER, LETTER_AGAIN) == likeness(LETTER_AGAIN, LETTER) == 1
    assert likeness(LETTER, "") == 0


def test_words_are_told_in_english_and_japanese_with_numbers_of_forms_and_levels() -> None:
    assert words("The pledge (誓約書) on form 1-32 asks for N3.") == {"pledge", "誓約書", "form", "1-32", "asks", "n3"}


def test_amounts_are_whole() -> None:
    assert amounts("It was ¥6,000, online ¥5,500.") == {"¥6,000", "¥5,500"}
