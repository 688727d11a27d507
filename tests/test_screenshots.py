import re
from pathlib import Path

from tests.screenshots import FOLDER, SHOTS, stale, straighten

PICTURE = re.compile(r"!\[[^]]+\]\(screenshots/([^)]+)\)")


def test_every_picture_shows_the_app_as_it_is() -> None:
    names = [shot.path.name for shot, _ in stale()]

    assert not names, f"run `make screenshots`: {', '.join(names)}"


def test_the_tour_shows_every_picture_that_there_is() -> None:
    readme = Path(__file__).parent.parent / "README.md"
    shown = PICTURE.findall(readme.read_text(encoding="utf-8"))

    assert sorted(shown) == sorted(shot.path.name for shot in SHOTS) == sorted(file.name for file in FOLDER.iterdir())


def _text(inner: str) -> str:
    return f'<text class="terminal-1-r4" x="10" y="20" textLength="1" clip-path="url(#a)">{inner}</text>'


def test_japanese_text_is_given_the_width_of_its_terminal_cells() -> None:
    drawn = straighten(_text("No.1 在留カード"))

    assert 'x="10.0" y="20" textLength="61.0"' in drawn
    assert 'x="71.0" y="20" textLength="122.0" clip-path="url(#a)">在留カード</text>' in drawn


def test_escaped_characters_count_as_what_they_show() -> None:
    assert straighten(_text("&amp;")) == _text("&amp;").replace('x="10"', 'x="10.0"').replace('"1"', '"12.2"')


def test_pictures_fetch_no_font() -> None:
    drawn = '@font-face {\n src: url("https://fonts.example/a.woff2");\n}\n<style>font-family: Fira Code;</style>'

    assert "https" not in straighten(drawn)
    assert "Noto Sans Mono CJK JP" in straighten(drawn)
