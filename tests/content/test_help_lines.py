import re

import pytest

from ssw_tui.library import Library
from ssw_tui.output.pages.help_lines import LANGUAGES
from ssw_tui.records.risk import HelpLine

KANA = re.compile(r"[ぁ-ゖァ-ヺー、。]+")


def test_every_language_of_a_line_has_its_names(library: Library) -> None:
    spoken = {code for line in library.all(HelpLine).values() for code in line.languages}
    assert spoken <= set(LANGUAGES)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_can_be_said_in_japanese(code: str) -> None:
    language = LANGUAGES[code]
    assert language.name_ja.endswith("語")
    assert language.kana.endswith("ご")
    assert KANA.fullmatch(language.kana)


def test_every_line_has_something_to_say_with_its_kana(library: Library) -> None:
    for line in library.all(HelpLine).values():
        assert line.sentences, line.id
        for sentence in line.sentences:
            assert KANA.fullmatch(sentence.kana), sentence.ja
            assert sentence.ja.endswith("。"), sentence.ja
            assert sentence.ja.count("。") == sentence.kana.count("。"), sentence.ja
            assert re.fullmatch(r"[\x20-\x7e]+[.?]", sentence.english), sentence.english
