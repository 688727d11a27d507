import pytest
from syrupy.assertion import SnapshotAssertion

from ssw_tui.commands import VIEWS
from ssw_tui.ui.session import Session
from tests.ui.opened import LARGE, SMALL, opened


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("view_id", [view.id for view in VIEWS])
async def test_every_view_looks_as_it_did(
    seeded: Session, view_id: str, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    async with opened(seeded, size) as run:
        await run.go(view_id)
        await run.until(lambda: run.app.focused is not None)

        assert run.text == snapshot
