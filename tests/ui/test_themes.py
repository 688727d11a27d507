import pytest
from textual.color import Color
from textual.theme import Theme

from ssw_tui.settings import THEMES as NAMES
from ssw_tui.ui.themes import THEME_OF, THEMES

READABLE = 4.5
"""The contrast that text needs at least, after WCAG 2.2 AA."""


def _contrast(one: Color, other: Color) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in color.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_colour_of_text_can_be_read_on_every_ground(theme: Theme) -> None:
    texts = (theme.foreground, theme.accent, theme.warning, theme.error, theme.success, theme.variables["quiet"])
    grounds = (theme.background, theme.panel)

    for text in texts:
        for ground in grounds:
            assert text is not None
            assert ground is not None
            assert _contrast(Color.parse(text), Color.parse(ground)) >= READABLE, (text, ground)


def test_every_theme_of_the_settings_is_there() -> None:
    assert set(THEME_OF) == set(NAMES)
    assert set(THEME_OF.values()) == {theme.name for theme in THEMES}
