import pytest

from ssw_tui.commands import COMMANDS, VIEWS
from ssw_tui.ui.dialogs.search import SearchDialog
from ssw_tui.ui.offers import ELSEWHERE, fitting, offers
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.base import View
from ssw_tui.ui.views.tabbed import TabbedView
from tests.ui.opened import Opened, opened

SOMETIMES = {"filter", "open_link", "copy_link", "open_named", "resume", "more", "go_on"}
"""What is bound always, and offered only where there is a filter, a link, a record named, or an unfinished quiz."""


@pytest.mark.parametrize(
    ("typed", "action"),
    [
        ("dark mode", "app.set('theme', 'dark')"),
        ("light", "app.set('theme', 'light')"),
        ("backup", "files"),
        ("delete my data", "files"),
        ("calendar", "files"),
        ("language", "app.open('risks', 'help-lines')"),
        ("phone number", "app.help_lines"),
        ("emergency", "app.help_lines"),
        ("what is new", "app.open('reference', 'changes')"),
        ("remind me", "new"),
        ("reminder", "app.set('reminder_days', 14)"),
        ("shortcuts", "app.keys"),
        ("exit", "app.quit"),
        ("jobs", "app.go('fields')"),
        ("serch", "app.search"),
        ("dictionary", "app.open('reference', 'terms')"),
    ],
)
def test_what_newcomers_type_is_among_the_first_three_offers(typed: str, action: str) -> None:
    assert action in [offer.action for offer in fitting(offers(None), typed)[:3]]


def test_no_offer_is_made_twice_and_every_command_is_one() -> None:
    offered = [(offer.view, offer.action) for offer in offers(None)]
    assert len(offered) == len(set(offered))
    assert {f"app.{command.action}" for command in COMMANDS if command.id not in ("palette", "back")} <= {
        action for _, action in offered
    }


async def test_every_key_of_every_view_is_offered_there(seeded: Session) -> None:
    async with opened(seeded) as run:
        for view in VIEWS:
            await run.go(view.id)
            offered = await _offered_in_every_state(run)
            assert _bound(run.view) - offered <= SOMETIMES | {f"answer('{key}')" for key in ("space", "1", "2")}, (
                view.id
            )


async def _offered_in_every_state(run: Opened) -> set[str]:
    """Give what is offered in each tab and with the first row opened."""
    offered = {offer.action for offer in offers(run.view)}
    for tab_id in run.view.tabs if isinstance(run.view, TabbedView) else ():
        run.view_as(TabbedView).show_tab(tab_id)
        await run.settle()
        await run.press("down", "down")
        offered |= {offer.action for offer in offers(run.view)}
    await run.press("enter", "down")
    return offered | {offer.action for offer in offers(run.view)}


def _bound(view: View) -> set[str]:
    classes = [kind for kind in type(view).__mro__ if issubclass(kind, View)]
    return {bound.action for kind in classes for bound in kind.__dict__.get("BINDINGS", ())}


async def test_every_offer_of_another_view_opens_something(seeded: Session) -> None:
    async with opened(seeded) as run:
        for offer in ELSEWHERE:
            await run.go("overview")
            await run.app.run_offer(offer)
            await run.settle()

            assert run.has_dialog or run.view.id != "overview", offer


async def test_what_no_command_is_about_is_searched_from_the_palette(session: Session) -> None:
    async with opened(session) as run:
        await run.press("ctrl+p")
        await run.type("it's earthquake")
        await run.sees('Search everything for "it\'s earthquake"')
        await run.press("enter")

        await run.until(lambda: isinstance(run.app.screen, SearchDialog))
        assert run.dialog(SearchDialog).input.value == "it's earthquake"
        await run.sees("Life orientation")
