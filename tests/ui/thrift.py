"""What an app under test does without, since nobody sees it: a third of the time that its tests take."""

from collections.abc import Callable
from typing import Any

import pytest
from textual._compositor import Compositor
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_PARSED: dict[tuple[object, ...], list[RuleSet]] = {}


def be_thrifty(patch: pytest.MonkeyPatch) -> None:
    """Draw no screen by itself, and read each style sheet once for all apps.

    A headless app draws every change and throws it away; `Opened` draws a screen when its keys are dealt with, and
    whoever looks at it. A whole picture is drawn as ever.
    """
    patch.setattr(Compositor, "render_update", _only_whole(Compositor.render_update))
    patch.setattr(Stylesheet, "_parse_rules", _read_once(Stylesheet._parse_rules))


def _only_whole(draw: Callable[..., Any]) -> Callable[..., Any]:
    def render_update(compositor: Compositor, full: bool = False, **how: Any) -> Any:  # noqa: ANN401 - as it comes
        if full:
            return draw(compositor, full, **how)
        compositor._dirty_regions.clear()
        return None

    return render_update


def _read_once(parse: Callable[..., list[RuleSet]]) -> Callable[..., list[RuleSet]]:
    def parse_rules(sheet: Stylesheet, css: str, **how: Any) -> list[RuleSet]:  # noqa: ANN401 - as it comes
        known = (css, *sorted(how.items()), *sorted(sheet._variables.items()))
        if known not in _PARSED:
            _PARSED[known] = parse(sheet, css, **how)
        return _PARSED[known]

    return parse_rules
