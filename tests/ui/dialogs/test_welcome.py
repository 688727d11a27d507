from ssw_tui.ui.dialogs.first_card import FirstCardDialog
from ssw_tui.ui.dialogs.search import SearchDialog
from ssw_tui.ui.dialogs.welcome import CHOICES, WelcomeDialog
from ssw_tui.ui.offers import fitting, offers
from ssw_tui.ui.run import WIDE_SIGNS
from ssw_tui.ui.session import Session
from tests.ui.opened import opened

SMALLEST = (60, 20)


async def test_at_the_first_start_it_is_said_what_this_is_and_escape_looks_around(session: Session) -> None:
    session.is_first = True
    async with opened(session, SMALLEST) as run:
        assert "This is no legal advice" in run.words
        assert str(session.data_folder) in "".join(line.strip("│ ") for line in run.lines)
        assert all(words in run.text for _, words in CHOICES)

        await run.press("escape")
        assert not run.has_dialog
        assert run.view.id == "overview"
        assert not session.data_folder.exists()


async def test_each_choice_and_each_key_that_it_names_leads_on(session: Session) -> None:
    async with opened(session) as run:
        assert not run.has_dialog
        await run.act("app.welcome")
        await run.press("3")
        assert (run.view.id, run.has_dialog) == ("overview", False)

        await run.act("app.welcome")
        await run.press("enter")
        assert (run.view.id, run.has_dialog) == ("quiz", False)

        await run.act("app.welcome")
        await run.press("slash")
        run.dialog(SearchDialog)

        await run.press("escape")
        await run.act("app.welcome")
        await run.press("down", "enter")
        run.dialog(FirstCardDialog)
        assert run.view.id == "card"


def test_the_palette_shows_it_again() -> None:
    assert fitting(offers(None), "welcome")[0].action == fitting(offers(None), "about")[0].action == "app.welcome"


async def test_what_is_to_be_said_of_the_terminal_is_said_there_and_not_again(session: Session) -> None:
    session.is_first, session.greeting = True, WIDE_SIGNS
    async with opened(session) as run:
        run.dialog(WelcomeDialog)
        assert WIDE_SIGNS in " ".join(line.strip("│ ") for line in run.lines)
        assert run.notices == ""
