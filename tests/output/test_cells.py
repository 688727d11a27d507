import tomllib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from ssw_tui.library import Library
from ssw_tui.output.cells import cells, fit, printable, start

TEXTS = st.text(st.sampled_from("abc xyz0,.在留カードきゃｱ。（）¥é\u0301"), max_size=40)


def texts_in(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for inner in value:
                yield from texts_in(inner)
        case dict():
            yield from texts_in(list(value.values()))


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("", 0),
        ("card", 4),
        ("在留カード", 10),
        ("カード", 6),
        ("ｶｰﾄﾞ", 4),
        ("（1）", 5),
        ("¥10,000", 7),
        ("é", 1),
        ("e\u0301", 1),
        ("─✓•", 3),
        ("No.1 特定技能", 13),
    ],
)
def test_a_text_takes_so_many_cells(text: str, taken: int) -> None:
    assert cells(text) == taken


def test_every_text_of_the_content_takes_as_many_cells_as_the_app_draws(library: Library) -> None:
    counted = 0
    for path in library.root.rglob("*.toml"):
        for text in texts_in(tomllib.loads(path.read_text(encoding="utf-8"))):
            plain = text.replace("\n", " ")
            assert cells(plain) == cell_len(plain), f"{path.name}: {text}"
            counted += 1
    assert counted > 5_000


@given(TEXTS, st.integers(2, 60))
def test_a_fitted_text_takes_exactly_its_column(text: str, width: int) -> None:
    fitted = fit(text, width)
    if cells(text) <= width:
        assert fitted.rstrip(" ") == text.rstrip(" ")
    if width >= 4:
        assert cells(fitted) == width


def test_a_text_that_is_too_long_ends_in_two_dots() -> None:
    assert fit("在留カード番号", 10) == "在留カー.."
    assert fit("在留カード番号", 11) == "在留カー.. "


def test_a_text_that_fits_is_padded() -> None:
    assert fit("在留", 6) == "在留  "


@given(TEXTS.filter(bool), st.integers(2, 60))
def test_the_start_of_a_text_is_the_longest_that_fits(text: str, width: int) -> None:
    head = start(text, width)
    assert text.startswith(head)
    assert cells(head) <= width
    assert head == text or cells(text[: len(head) + 1]) > width


def test_the_start_holds_at_least_one_character() -> None:
    assert start("在留", 1) == "在"


@pytest.mark.parametrize("text", ["", "Card", "在留　カード（1）", "¥10,000 é e\u0301", "a b"])
def test_what_is_printable_stays_as_it_is(text: str) -> None:
    assert printable(text) == text


@pytest.mark.parametrize("code", ["\x1b", "\n", "\r", "\t", "\x07", "\x9b", "\u2028", "\u202e", "\u200b", "\x7f"])
def test_what_steers_a_terminal_becomes_a_space(code: str) -> None:
    assert printable(f"a{code}b") == "a b"
