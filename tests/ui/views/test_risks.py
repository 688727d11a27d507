from ssw_tui.output.pages.risks import SEVERITY_WORD
from ssw_tui.records.risk import Risk, Severity
from ssw_tui.ui.session import Session
from tests.ui.opened import opened


async def test_risks_come_in_groups_with_the_worst_first(session: Session) -> None:
    async with opened(session, (120, 60)) as run:
        await run.press("5")

        risks = session.library.all(Risk)
        assert sorted(run.row_ids) == sorted(risks)
        worst_first = [list(Severity).index(risks[row].severity) for row in run.row_ids]
        assert worst_first == sorted(worst_first)
        headings = [row.cells[0] for row in run.browse.list.rows if row.heading]
        assert headings == [SEVERITY_WORD[severity] for severity in Severity]


async def test_headings_are_passed_over(session: Session) -> None:
    async with opened(session) as run:
        await run.press("5")
        seen = []
        for _ in run.row_ids:
            seen.append(run.chosen)
            await run.pilot.press("down")

        assert seen == run.row_ids


async def test_the_page_says_what_happens_and_what_to_do(session: Session) -> None:
    async with opened(session, (100, 60)) as run:
        await run.press("5")
        risk = session.library.all(Risk)["work-outside-permission"]

        assert run.page_title == risk.title
        await run.press("enter")
        assert run.browse.page.has_focus
        for heading in ("What the law says", "How to avoid it"):
            assert heading in run.text


async def test_the_filter_finds_a_worry(session: Session) -> None:
    async with opened(session) as run:
        await run.press("5", "f")
        await run.type("passport")

        assert "passport-confiscation" in run.row_ids
        assert len(run.row_ids) < len(session.library.all(Risk))
        await run.press("down")
        assert run.browse.list.has_focus
        assert run.chosen in run.row_ids


async def test_where_no_risk_fits_it_says_so(session: Session) -> None:
    async with opened(session) as run:
        await run.press("5", "f")
        await run.type("xyzzy")

        assert run.row_ids == []
        assert "Nothing found" in run.text
