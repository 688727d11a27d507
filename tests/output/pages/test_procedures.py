from datetime import date

import pytest

from ssw_tui.library import Library
from ssw_tui.output.page import Heading, Item, Page
from ssw_tui.output.pages.procedures import Applicant, document_page, page, papers_of, step_page
from ssw_tui.output.text import as_text
from ssw_tui.reader import Reader
from ssw_tui.records.document import Document
from ssw_tui.records.field import Field
from ssw_tui.records.home_country import HomeCountry
from ssw_tui.records.procedure import Procedure, Step
from ssw_tui.records.rule import Status
from tests.conftest import TODAY


@pytest.fixture
def reader(library: Library) -> Reader:
    """Somebody who reads the real content today."""
    return Reader(library, TODAY)


def found(reader: Reader, procedure_id: str, step_id: str) -> tuple[Procedure, Step]:
    procedure = reader.library.all(Procedure)[procedure_id]
    return procedure, next(step for step in procedure.steps if step.id == step_id)


def under(page: Page, heading: str) -> list[str]:
    """Give the items under a heading."""
    items: dict[str, list[str]] = {}
    here = ""
    for block in page.blocks:
        if isinstance(block, Heading):
            here = block.text
        if isinstance(block, Item):
            items.setdefault(here, []).append(block.text)
    return items.get(heading, [])


def test_without_a_field_its_papers_are_left_out_and_asked_after(reader: Reader) -> None:
    procedure, step = found(reader, "coe-from-abroad", "coe-filing")
    assert all(not paper.fields for paper in papers_of(reader, step))
    (line,) = under(step_page(reader, procedure, step), "Papers of your field")
    assert "choose your field" in line


def test_with_a_field_its_papers_are_there_and_no_other_fields(reader: Reader) -> None:
    procedure, step = found(reader, "coe-from-abroad", "coe-filing")
    construction = reader.library.all(Field)["construction"]
    lines = "\n".join(
        under(
            step_page(reader, procedure, step, Applicant(field=construction)),
            f"Papers of your field: {construction.name}",
        )
    )
    assert "建設特定技能受入計画の認定証の写し" in lines
    assert "table 3" in lines
    assert "介護" not in lines


def test_a_field_of_which_no_paper_is_known_says_so_and_whom_to_ask(reader: Reader) -> None:
    procedure, step = found(reader, "extension-of-stay", "filing")
    linen = reader.library.all(Field)["linen-supply"]
    shown = step_page(reader, procedure, step, Applicant(field=linen))
    assert "No paper of this field alone is known." in under(shown, "Papers of your field: Linen Supply")
    assert "0570-013904" in as_text(shown)


def test_a_step_that_asks_for_no_papers_of_a_field_says_nothing_of_them(reader: Reader) -> None:
    procedure, step = found(reader, "post-arrival", "address")
    assert "your field" not in as_text(step_page(reader, procedure, step)).lower()


def test_a_paper_of_one_status_says_so_where_nobody_knows_which_it_is_for(reader: Reader) -> None:
    procedure, step = found(reader, "extension-of-stay", "filing")
    pledge = "Pledge about the work of a No.2 worker"

    assert f"{pledge} (No.2 only)" in as_text(step_page(reader, procedure, step)).replace("\n  ", " ")
    assert pledge not in as_text(step_page(reader, procedure, step, Applicant(status=Status.NO1)))
    assert f"{pledge} 2" in as_text(step_page(reader, procedure, step, Applicant(status=Status.NO2))).replace(
        "\n  ", " "
    )
    assert "No.2" in as_text(document_page(reader, reader.library.all(Document)["no2-pledge"]))


def test_a_paper_is_listed_from_its_first_day_on(library: Library) -> None:
    before, after = Reader(library, date(2026, 8, 19)), Reader(library, date(2026, 8, 20))
    _, step = found(after, "extension-of-stay", "filing")
    pledge = library.all(Document)["no2-pledge"]
    assert pledge not in papers_of(before, step)
    assert pledge in papers_of(after, step)


def test_a_step_names_the_cards_to_show(reader: Reader) -> None:
    procedure, step = found(reader, "post-arrival", "address")
    shown = step_page(reader, procedure, step)
    assert any("City hall" in line for line in under(shown, "What to say at the counter"))
    assert ("counter-card", "city-hall-moving-in") in {(one.kind, one.id) for one in shown.pointers}


def test_the_step_of_the_home_country_gives_all_countries_or_the_one_that_is_named(reader: Reader) -> None:
    procedure, step = found(reader, "coe-from-abroad", "home-rules")
    every = under(step_page(reader, procedure, step), "Country by country: paper in the application in Japan")
    assert len(every) == 9
    assert every[-1] == "Every other country: ask your embassy."
    nepal = reader.library.all(HomeCountry)["nepal"]
    lines = under(step_page(reader, procedure, step, Applicant(country=nepal)), "Your country: Nepal")
    assert any("Labour permit" in line for line in lines)
    assert not any("OEC" in line for line in lines)


def test_the_whole_procedure_takes_a_field_and_a_country_too(reader: Reader) -> None:
    procedure = reader.library.all(Procedure)["coe-from-abroad"]
    bare = as_text(page(reader, procedure))
    assert "choose your field" in bare
    assert "Each country has other steps" in bare
    field, country = reader.library.all(Field)["agriculture"], reader.library.all(HomeCountry)["viet-nam"]
    own = as_text(page(reader, procedure, frozenset({"coe-from-abroad/tests"}), Applicant(field, country)))
    assert "派遣計画書" in own
    assert "DOLAB" in own
    assert "choose your field" not in own
    assert own.count("[x]") == 1


def test_the_papers_of_every_field_say_where_they_stand_and_whom_to_ask(reader: Reader) -> None:
    procedure, step = found(reader, "extension-of-stay", "filing")
    for field in reader.library.all(Field).values():
        shown = step_page(reader, procedure, step, Applicant(field))
        text = " ".join(as_text(shown).split())
        assert "table 3" in text, field.id
        assert "ask:" in text, field.id


def test_an_unsure_paper_says_so(reader: Reader) -> None:
    procedure, step = found(reader, "coe-from-abroad", "coe-filing")
    shown = step_page(reader, procedure, step, Applicant(reader.library.all(Field)["aviation"]))
    assert "low: ask before you rely on it" in as_text(shown)


def test_a_paper_names_the_only_fields_that_ask_for_it(reader: Reader) -> None:
    dispatch = reader.library.all(Document)["dispatch-papers"]
    assert "Only for" in as_text(document_page(reader, dispatch))
    assert "Agriculture, Fishery" in as_text(document_page(reader, dispatch))


def test_a_step_that_does_not_hold_yet_says_so(library: Library) -> None:
    before, after = Reader(library, date(2026, 8, 19)), Reader(library, date(2026, 8, 20))
    procedure, step = found(before, "no1-to-no2", "duties")

    def said(reader: Reader) -> str:
        return as_text(step_page(reader, procedure, step)) + as_text(page(reader, procedure))

    assert said(before).count("so not") == 2
    assert "so not" not in said(after)
