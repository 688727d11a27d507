"""How well text stands out from its ground, measured on what a screen really draws."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from rich.color import Color
from textual.screen import Screen

READABLE = 4.5
"""The contrast that text needs at least, after WCAG 2.2 AA."""


class Faint(NamedTuple):
    """A text that can hardly be read."""

    text: str
    colour: str
    ground: str
    contrast: float


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """Give the contrast of two colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: tuple[int, int, int]) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def faint_texts(screen: Screen[Any]) -> Iterator[Faint]:
    """Give every text of a screen that does not stand out enough; lines and bars beside the words are no text."""
    for strip in screen._compositor.render_strips():
        for segment in strip:
            style = segment.style
            if style is None or not any(character.isalnum() for character in segment.text):
                continue
            colours = (_triplet(style.color), _triplet(style.bgcolor))
            if style.reverse:
                colours = (colours[1], colours[0])
            if None in colours:
                yield Faint(segment.text.strip(), str(style.color), str(style.bgcolor), 0)
                continue
            found = contrast(colours[0], colours[1])  # type: ignore[arg-type]
            if found < READABLE:
                yield Faint(segment.text.strip(), str(style.color), str(style.bgcolor), round(found, 2))


def _triplet(colour: Color | None) -> tuple[int, int, int] | None:
    if colour is None or colour.triplet is None:
        return None
    red, green, blue = colour.triplet
    return red, green, blue
