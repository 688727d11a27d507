import pytest
from textual.color import Color
from textual.theme import Theme

from ssw_tui.settings import THEMES as NAMES
from ssw_tui.ui.themes import THEME_OF, THEMES
from tests.ui.contrast import READABLE, contrast


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_colour_of_text_can_be_read_on_every_ground(theme: Theme) -> None:
    texts = (theme.foreground, theme.accent, theme.warning, theme.error, theme.success, theme.variables["quiet"])
    grounds = (theme.background, theme.panel)

    for text in texts:
        for ground in grounds:
            assert text is not None
            assert ground is not None
            assert contrast(Color.parse(text).rgb, Color.parse(ground).rgb) >= READABLE, (text, ground)


def test_every_theme_of_the_settings_is_there() -> None:
    assert set(THEME_OF) == set(NAMES)
    assert set(THEME_OF.values()) == {theme.name for theme in THEMES}
