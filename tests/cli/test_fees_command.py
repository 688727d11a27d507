"""What an application costs, by the day on which it is received."""

import pytest

from tests.cli.calling import Call

FEES = (
    ("2025-03-31", ("--for", "extension", "--granted", "1y"), 4_000),
    ("2025-03-31", ("--for", "change", "--granted", "3y", "--online"), 4_000),
    ("2025-04-01", ("--for", "extension"), 6_000),
    ("2026-09-30", ("--for", "extension", "--granted", "5y"), 6_000),
    ("2026-09-30", ("--for", "change", "--online"), 5_500),
    ("2026-10-01", ("--for", "extension", "--granted", "3m"), 10_000),
    ("2026-10-01", ("--for", "extension", "--granted", "4m", "--online"), 15_000),
    ("2026-10-01", ("--for", "change", "--granted", "6m"), 18_000),
    ("2026-10-01", ("--for", "change", "--granted", "11m"), 25_000),
    ("2026-10-01", ("--for", "extension", "--granted", "1y"), 33_000),
    ("2026-10-01", ("--for", "extension", "--granted", "12m", "--online"), 27_000),
    ("2026-10-01", ("--for", "extension", "--granted", "2y"), 48_000),
    ("2026-10-01", ("--for", "extension", "--granted", "3y"), 64_000),
    ("2026-10-01", ("--for", "extension", "--granted", "3y", "--online"), 56_000),
    ("2026-10-01", ("--for", "extension", "--granted", "5y"), 75_000),
    ("2026-11-22", ("--for", "change", "--granted", "5y", "--online"), 65_000),
    ("2025-03-31", ("--for", "permanent-residence"), 8_000),
    ("2026-09-30", ("--for", "permanent-residence"), 10_000),
    ("2026-10-01", ("--for", "permanent-residence"), 200_000),
)


@pytest.mark.parametrize(("received", "words", "yen"), FEES)
def test_each_fee_is_the_published_one(say: Call, received: str, words: tuple[str, ...], yen: int) -> None:
    said = say("fees", *words, "--as-of", received, "--format", "json").data
    assert (said["as_of"], said["yen"]) == (received, yen)
    assert said["sources"]
    assert f"¥{yen:,}" in say("fees", *words, "--as-of", received).out


def test_without_the_period_the_text_lists_every_fee_and_json_asks_for_it(say: Call) -> None:
    text = say("fees", "--for", "extension", "--as-of", "2026-10-01").out
    assert all(f"¥{yen:,}" in text for yen in (10_000, 18_000, 25_000, 33_000, 48_000, 64_000, 75_000))
    asked = say("fees", "--for", "extension", "--as-of", "2026-10-01", "--format", "json")
    assert (asked.status, asked.out) == (2, "")
    assert "--granted 1y" in asked.err


def test_without_an_application_every_fee_of_the_day_is_listed(say: Call) -> None:
    text = say("fees", "--as-of", "2026-10-01").out
    assert all(f"¥{yen:,}" in text for yen in (10_000, 65_000, 200_000, 3_500))
    assert "¥8,000" not in text
    listed = say("fees", "--as-of", "2025-03-31", "--format", "json").data["fees"]
    assert {fee["counter_yen"] for fee in listed if "permanent-residence" in fee["applications"]} == {8_000}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--for", "extension", "--granted", "soon"), '"soon" is no period of stay'),
        (("--for", "permanent-residence", "--granted", "3y"), "permanent residence has no period of stay"),
        (("--for", "permanent-residence", "--online"), "is paid at the counter; leave --online out"),
        (("--for", "extention"), 'did you mean "extension"?'),
        (("--online",), "go with --for"),
        (("--granted", "1y"), "go with --for"),
    ],
)
def test_a_wrong_call_says_what_is_wrong_in_one_line(say: Call, words: tuple[str, ...], said: str) -> None:
    made = say("fees", *words, "--as-of", "2026-10-01")
    assert made.status == 2
    assert said in made.err
    assert made.err.count("\n") == 1
