import tomllib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssw_tui.folding import fold
from ssw_tui.library import Library
from ssw_tui.output.findable import entries
from ssw_tui.reader import Reader
from ssw_tui.search import EXCERPT, Entry, find
from tests.conftest import TODAY


@pytest.fixture(scope="module")
def everything(library: Library) -> Sequence[Entry]:
    """All of the content, as of today."""
    return entries(Reader(library, TODAY))


def entry(record_id: str, title: str, words: str = "", text: str = "", weight: float = 1.0) -> Entry:
    return Entry(kind="term", id=record_id, title=title, words=words, text=text, weight=weight)


def ids(found_in: Sequence[Entry], words: str) -> list[str]:
    return [hit.id for hit in find(found_in, words)]


class TestFold:
    """What counts as the same."""

    @pytest.mark.parametrize(
        "alike",
        [
            ("tokutei ginō", "tokutei ginou", "tokutei ginoo", "tokutei gino", "Tokutei Ginoh"),
            ("jūminhyō", "juminhyo", "juuminhyou"),
            ("zairyū kādo", "zairyu kado", "zairyuu kaado"),
            ("在留カード", "在留ｶｰﾄﾞ", "在留かーど"),
            ("No.1", "NO.1", "Ｎｏ．１"),
            ("visa", "ＶＩＳＡ", "Visa"),
        ],
    )
    def test_these_are_alike(self, alike: tuple[str, ...]) -> None:
        assert len({fold(text) for text in alike}) == 1

    @pytest.mark.parametrize(("one", "other"), [("か", "が"), ("は", "ぱ"), ("在留", "在日"), ("visa", "vista")])
    def test_these_are_not(self, one: str, other: str) -> None:
        assert fold(one) != fold(other)

    @given(st.text(st.sampled_from("abouxyzŌū カかが在。 ")))
    def test_case_and_width_make_no_difference(self, text: str) -> None:
        wide = text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
        assert fold(text) == fold(text.upper()) == fold(wide)


class TestFind:
    """Finding in a few records."""

    def test_a_word_of_the_title_counts_more_than_one_of_the_text(self) -> None:
        assert ids([entry("text", "Stay", text="a card"), entry("title", "Card")], "card") == ["title", "text"]

    def test_a_whole_word_counts_more_than_the_start_of_one(self) -> None:
        assert ids([entry("start", "Cards"), entry("whole", "Your card")], "card") == ["whole", "start"]

    def test_the_very_name_counts_most(self) -> None:
        assert ids([entry("longer", "A lost residence card"), entry("name", "Residence card")], "residence card") == [
            "name",
            "longer",
        ]

    def test_other_names_count_like_the_title(self) -> None:
        assert ids([entry("text", "a", text="kaigo"), entry("words", "Nursing Care", words="介護 kaigo")], "kaigo") == [
            "words",
            "text",
        ]

    def test_a_phrase_counts_most_when_it_is_typed_whole(self) -> None:
        late, deadline = (
            Entry(kind="term", id=phrase.split()[0], title="A", phrases=(phrase,))
            for phrase in ("salary late", "late notice")
        )
        assert ids([deadline, late], "my salary is late") == ["salary", "late"]

    def test_a_number_is_the_same_in_words_and_digits(self) -> None:
        assert ids([entry("years", "The five years")], "5 years") == ids([entry("years", "5 years")], "five years")

    @pytest.mark.parametrize(
        ("name", "typed"), [("परिवार", "परिवार"), ("မိသားစု", "မိသားစုခေါ်"), ("ครอบครัว", "พาครอบครัวมา")]
    )
    def test_a_vowel_sign_belongs_to_its_word(self, name: str, typed: str) -> None:
        assert ids([entry("family", "A", words=name), entry("other", "B", words=name[0])], typed) == ["family"]

    def test_more_of_the_words_count_more(self) -> None:
        every = entry("every", "Lost papers", text="a residence card")
        found = ids([entry("two", "Lost card"), every, entry("one", "Residence")], "lost residence card")
        assert found == ["every", "two", "one"]

    def test_a_record_that_holds_one_of_several_words_in_its_text_alone_is_not_found(self) -> None:
        assert ids([entry("text", "Warehouse", text="goods in a store")], "convenience store") == []

    def test_a_weight_decides_among_equals(self) -> None:
        assert ids([entry("light", "Card"), entry("heavy", "Card", weight=1.2)], "card") == ["heavy", "light"]

    def test_the_inside_of_a_latin_word_is_not_found(self) -> None:
        assert ids([entry("language", "Language"), entry("age", "From the age of 18")], "age") == ["age"]

    def test_the_inside_of_a_japanese_word_is(self) -> None:
        assert ids([entry("card", "在留カード")], "カード") == ["card"]

    def test_small_words_do_not_count_beside_others(self) -> None:
        assert ids([entry("what", "What you can do"), entry("card", "Card")], "what do I do with my card") == ["card"]

    def test_small_words_count_when_there_are_no_others(self) -> None:
        assert ids([entry("will", "Your will")], "will") == ["will"]

    @pytest.mark.parametrize("words", ["", "   ", "?!", "。"])
    def test_nothing_typed_finds_nothing(self, words: str) -> None:
        assert find([entry("card", "Card")], words) == ()

    @pytest.mark.parametrize("typed", ["no.2", "No 2", "no2", "NO.2"])
    def test_the_second_number_is_typed_in_many_ways(self, typed: str) -> None:
        assert ids([entry("first", "No.1"), entry("second", "From No.1 to No.2")], typed) == ["second"]

    @pytest.mark.parametrize("typed", ["pasport", "passprot", "passpord", "passports", "pass port"])
    def test_a_slip_is_forgiven(self, typed: str) -> None:
        assert ids([entry("passport", "Passport"), entry("pregnant", "Pregnant")], typed) == ["passport"]

    @pytest.mark.parametrize("typed", ["cat", "sport", "password", "carried"])
    def test_another_word_is_not_taken_for_a_slip(self, typed: str) -> None:
        assert ids([entry("car", "Car"), entry("passport", "Passport"), entry("married", "Married")], typed) == []

    def test_a_slip_is_forgiven_beside_a_word_that_is_right(self) -> None:
        found = [entry("card", "Residence card"), entry("lost", "A lost card")]
        assert ids(found, "residense card")[0] == "card"

    def test_the_known_words_of_a_japanese_sentence_are_looked_for(self) -> None:
        assert ids([entry("welding", "溶接"), entry("care", "介護")], "溶接の仕事を探す") == ["welding"]

    def test_every_known_word_in_a_japanese_sentence_is_looked_for_the_longest_first(self) -> None:
        found = [entry("pay", "残業"), entry("training", "技能実習"), entry("skill", "技能")]
        assert ids(found, "残業代を払ってくれない") == ["pay"]
        assert set(ids(found, "技能実習のときの残業代")) == {"training", "pay"}

    def test_an_expression_of_signs_is_text_like_any_other(self) -> None:
        assert ids([entry("card", "Card (在留カード)")], "(card [") == ["card"]

    def test_no_more_than_the_most_are_found(self) -> None:
        assert len(find([entry(str(number), "Card") for number in range(40)], "card", most=5)) == 5

    def test_the_excerpt_shows_the_place_that_was_found(self) -> None:
        text = "You would, you could, you should go through your house. " * 20 + "Then show the passport to an officer."
        (hit,) = find([entry("a", "A", text=text)], "passport")
        assert hit.excerpt.startswith("... ")
        assert "passport" in hit.excerpt
        assert len(hit.excerpt) <= EXCERPT + len("...  ...")

    def test_the_excerpt_of_what_only_the_title_holds_is_the_start_of_the_text(self) -> None:
        (hit,) = find([entry("a", "Passport", text="word " * 50)], "passport")
        assert hit.excerpt == f"{('word ' * 50)[:EXCERPT].strip()} ..."

    @given(st.lists(st.text(st.sampled_from("abcé"), min_size=1, max_size=12), min_size=1, max_size=40))
    def test_an_excerpt_never_ends_or_begins_inside_a_word(self, words: list[str]) -> None:
        (hit,) = find([entry("a", "Passport", text=f"{' '.join(words)} visa {' '.join(words)}")], "visa")
        shown = hit.excerpt.removeprefix("... ").removesuffix(" ...").split()
        assert set(shown) <= {*words, "visa"}

    def test_an_excerpt_of_japanese_is_cut_between_any_two_characters(self) -> None:
        (hit,) = find([entry("a", "Passport", text="在留" * 200)], "passport")
        assert hit.excerpt == f"{'在留' * (EXCERPT // 2)} ..."


TYPED = tomllib.loads((Path(__file__).parent / "searched.toml").read_text(encoding="utf-8"))
LEADS = [(words, kind, i) for kind, records in TYPED.items() for i, listed in records.items() for words in listed]


@pytest.mark.parametrize(("words", "kind", "record_id"), LEADS)
def test_what_people_type_leads_to_the_record(
    everything: Sequence[Entry], words: str, kind: str, record_id: str
) -> None:
    assert (kind, record_id) in [(hit.kind, hit.id) for hit in find(everything, words, most=3)]


@pytest.mark.parametrize("words", [words for words, _, _ in LEADS if words.isascii() and " " in words[:-2]])
def test_a_phrase_without_its_last_letter_finds_something(everything: Sequence[Entry], words: str) -> None:
    assert find(everything, words[:-1])


@pytest.mark.parametrize("words", ["convenience store", "コンビニ", "conbini", "cashier", "programmer"])
def test_work_that_is_in_no_field_finds_no_field(everything: Sequence[Entry], words: str) -> None:
    assert [hit.id for hit in find(everything, words) if hit.kind == "field"] == []


def test_a_field_that_is_no_more_is_found_as_the_one_that_took_it_over(everything: Sequence[Entry]) -> None:
    found = [hit.id for hit in find(everything, "industrial machinery") if hit.kind == "field"]
    assert found[0] == "industrial-product-manufacturing"
    assert "industrial-machinery" not in found


def test_a_field_is_found_on_the_days_on_which_it_is_one(library: Library) -> None:
    then = entries(Reader(library, date(2022, 5, 24)))
    found = [hit.id for hit in find(then, "industrial machinery") if hit.kind == "field"]
    assert found[0] == "industrial-machinery"


def test_every_record_is_found_by_its_own_title(everything: Sequence[Entry]) -> None:
    lost = [
        one for one in everything if (one.kind, one.id) not in [(h.kind, h.id) for h in find(everything, one.title)]
    ]
    assert [f"{one.kind} {one.id}" for one in lost] == []
