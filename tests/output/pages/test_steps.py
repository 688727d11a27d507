"""The steps of one person, as pages."""

from datetime import date

import pytest
from attrs import evolve

from ssw_tui.library import Library
from ssw_tui.output.own_steps import OwnSteps
from ssw_tui.output.page import Bar, Heading, Item, Page, Pair, Sign
from ssw_tui.output.pages.procedures import paper_name, status_for
from ssw_tui.output.pages.steps import own_procedure_page, own_step_page, plan_page
from ssw_tui.output.text import as_text
from ssw_tui.reader import Reader
from ssw_tui.records.counter import CounterCard
from ssw_tui.records.document import Document
from ssw_tui.records.procedure import Procedure
from ssw_tui.tracker.records import Card, CardFile, CardStatus
from tests.conftest import TODAY

LAN = CardFile(card=Card(id="lan", label="Lan", status=CardStatus.SSW1, expires=date(2027, 3, 15)))
OWN = OwnSteps(
    holder=LAN,
    ticked=frozenset({("step", "extension-of-stay/plan"), ("document", "extension-of-stay/passport")}),
    planned={"extension-of-stay": {"filing": date(2027, 1, 20)}},
    field="agriculture",
)


@pytest.fixture
def reader(library: Library) -> Reader:
    return Reader(library, TODAY)


@pytest.fixture
def extension(library: Library) -> Procedure:
    return library.all(Procedure)["extension-of-stay"]


def items(page: Page) -> list[Item]:
    return [block for block in page.blocks if isinstance(block, Item)]


def test_a_procedure_says_how_much_is_done_only_when_something_is(reader: Reader, extension: Procedure) -> None:
    begun = own_procedure_page(reader, extension, OWN).blocks
    fresh = own_procedure_page(reader, extension, OwnSteps()).blocks

    bars = [block for block in begun if isinstance(block, Bar)]
    assert [(bar.label, bar.text) for bar in bars] == [("Steps", "1 of 4 done"), ("Papers", "1 of 25")]
    assert [bar.share for bar in bars] == [0.25, 1 / 25]
    assert Pair("Next", "Apply for the extension: your plan: 20 Jan 2027, in 59 days", begun[2].tone) == begun[2]  # type: ignore[union-attr]
    assert not any(isinstance(block, Bar) for block in fresh)


def test_a_step_says_its_day_before_what_it_is(reader: Reader, extension: Procedure) -> None:
    page = own_step_page(reader, extension, extension.steps[1], OWN)

    first = page.blocks[0]
    assert isinstance(first, Pair)
    assert (first.label, first.text) == ("Your day", "your plan: 20 Jan 2027, in 59 days")
    assert page.title == "Apply for the extension"


def test_a_step_that_is_ticked_off_says_how_many_of_its_papers_are_not(reader: Reader, extension: Procedure) -> None:
    step = extension.steps[0]
    some = own_step_page(reader, extension, step, OWN).blocks[0]
    papers = frozenset(("document", f"extension-of-stay/{paper}") for paper in step.documents)
    every = own_step_page(reader, extension, step, evolve(OWN, ticked=OWN.ticked | papers)).blocks[0]

    assert some == Pair("Done", "ticked off; 2 of its papers not ticked off")
    assert every == Pair("Done", "ticked off")


def _name(procedure: Procedure, paper: Document) -> str:
    return paper_name(paper, status_for(procedure, OWN.status))


def test_a_plan_holds_every_step_with_its_mark_and_every_paper(reader: Reader, library: Library) -> None:
    for procedure in library.all(Procedure).values():
        every = items(plan_page(reader, procedure, OWN))
        titles = {item.text for item in every if item.sign in (Sign.OPEN, Sign.TICKED)}
        assert {step.title for step in procedure.steps} <= titles
        for step in procedure.steps:
            assert {
                f"{_name(procedure, paper)} {paper.name_ja}" for paper in OWN.papers(reader, procedure, step)
            } <= titles


def test_a_plan_marks_what_is_done(reader: Reader, extension: Procedure) -> None:
    ticked = [item.text for item in items(plan_page(reader, extension, OWN)) if item.sign is Sign.TICKED]

    assert ticked == ["Check your total time on No.1 and what is unpaid", *ticked[1:]]
    assert {text.split()[0] for text in ticked[1:]} == {"Passport"}


def test_a_plan_holds_each_card_to_show_once(reader: Reader, library: Library) -> None:
    for procedure in library.all(Procedure).values():
        page = plan_page(reader, procedure, OWN)
        shown = [block.text for block in page.blocks if isinstance(block, Heading) and block.text.startswith("To show")]
        cards = {card for step in procedure.steps for card in step.counter_cards}
        assert len(shown) == len(set(shown)) == len(cards)
        text = as_text(page)
        for card in cards:
            assert library.all(CounterCard)[card].sentences[0].kana[:10] in text.replace("\n", "")


def test_a_plan_without_a_card_names_nobody_and_holds_no_day_of_theirs(reader: Reader, extension: Procedure) -> None:
    text = as_text(plan_page(reader, extension, OwnSteps(field="agriculture")))

    for personal in ("Lan", "2027", "[x]", "from the card"):
        assert personal not in text
    assert "By the rules as of 22 Nov 2026." in text


def test_a_plan_says_whose_it_is_and_from_which_days_it_is_counted(reader: Reader, extension: Procedure) -> None:
    pairs = {block.label: block.text for block in plan_page(reader, extension, OWN).blocks if isinstance(block, Pair)}

    assert pairs["For"] == "Lan"
    assert pairs["The last day of the stay"] == "15 Mar 2027, from the card"
    assert pairs["The application"] == "20 Jan 2027, your plan"
