"""The app's own themes: dark, light, and one of high contrast."""

from textual.theme import Theme

from ssw_tui.output.page import Tone


def _variables(*, quiet: str, marked: str, ground: str) -> dict[str, str]:
    """Give the colours that Textual has no name for, and those of what is marked with the mouse, quiet or not."""
    return {"quiet": quiet, "screen-selection-foreground": marked, "screen-selection-background": ground}


DARK = Theme(
    name="ssw-dark",
    primary="#7fb4e6",
    secondary="#a3c48b",
    accent="#7fb4e6",
    foreground="#e6e6e6",
    background="#14171c",
    surface="#14171c",
    panel="#232831",
    boost="#232831",
    success="#8fce8f",
    warning="#f0c060",
    error="#f08a80",
    dark=True,
    variables=_variables(quiet="#a3acb9", marked="#14171c", ground="#7fb4e6"),
)
LIGHT = Theme(
    name="ssw-light",
    primary="#1a4f86",
    secondary="#3a6b2a",
    accent="#1a4f86",
    foreground="#1c1c1c",
    background="#fafafa",
    surface="#fafafa",
    panel="#e4e8ee",
    boost="#e4e8ee",
    success="#1e6b2e",
    warning="#7a4b00",
    error="#a01c14",
    dark=False,
    variables=_variables(quiet="#56606c", marked="#fafafa", ground="#1a4f86"),
)
HIGH_CONTRAST = Theme(
    name="ssw-high-contrast",
    primary="#ffff00",
    secondary="#00ffff",
    accent="#ffff00",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    boost="#202020",
    success="#00ff00",
    warning="#ffff00",
    error="#ff8080",
    dark=True,
    variables=_variables(quiet="#e0e0e0", marked="#000000", ground="#ffff00"),
)
THEMES = (DARK, LIGHT, HIGH_CONTRAST)
THEME_OF = {"dark": DARK.name, "light": LIGHT.name, "high-contrast": HIGH_CONTRAST.name}
STYLES = {
    Tone.NORMAL: "",
    Tone.QUIET: "$quiet",
    Tone.STRONG: "bold",
    Tone.WARNING: "bold $warning",
    Tone.GOOD: "bold $success",
    Tone.BAD: "bold $error",
    Tone.TITLE: "bold $accent",
}
"""How each tone is drawn."""
