"""What stands behind others: one line is drawn for all."""

import pytest
from textual.app import App, ComposeResult
from textual.containers import Container
from textual.geometry import Region
from textual.widget import Widget

from ssw_tui.ui.widgets.plain import Plain

SIZE = Region(0, 0, 40, 8)


class Ground(Container, Plain):
    """Something plain."""

    DEFAULT_CSS = "Ground { background: darkblue; }"


class Screenful(App[None]):
    """Shows it."""

    def compose(self) -> ComposeResult:
        yield Ground()


@pytest.mark.parametrize("edge", ["", "border_left", "border_top", "border_bottom", "border"])
async def test_it_looks_as_if_each_line_was_drawn(edge: str) -> None:
    app = Screenful()
    async with app.run_test(size=(SIZE.width, SIZE.height)) as pilot:
        ground = app.query_one(Ground)
        if edge:
            setattr(ground.styles, edge, ("solid", "red"))
            await pilot.pause()
        drawn = ground.render_lines(SIZE)
        assert drawn == Widget.render_lines(ground, SIZE)
        assert len({id(line) for line in drawn}) == (1 if edge in ("", "border_left") else SIZE.height)
        assert ground.render_lines(Region(0, 0, SIZE.width, 0)) == []
