from ssw_tui.ui.dialogs.confirm import ConfirmDialog
from ssw_tui.ui.session import Session
from tests.ui.opened import opened

ANSWERS: tuple[tuple[tuple[str, ...], bool | None], ...] = (
    (("y",), True),
    (("1",), True),
    (("n",), False),
    (("2",), False),
    (("enter",), False),
    (("up", "enter"), True),
    (("escape",), None),
)


async def test_each_key_gives_its_answer_and_the_safe_one_is_in_focus(session: Session) -> None:
    async with opened(session) as run:
        for keys, answer in ANSWERS:
            given: list[bool | None] = []
            await run.app.push_screen(ConfirmDialog("Sure?", "Do [b]it[/b]?", "Do it", "Leave it"), given.append)
            await run.settle()
            assert "Do [b]it[/b]?" in run.text
            assert [line.split()[0] for line in run.marked] == ["2"]

            await run.press(*keys)
            assert given == [answer], keys
