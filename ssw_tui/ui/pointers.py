"""What is done with the records that a page names: one of them is opened in its place."""

from collections.abc import Callable
from typing import Any

from textual.app import App

from ssw_tui.output.kind_words import KIND_WORD
from ssw_tui.output.page import Page, Pointer
from ssw_tui.ui.widgets.choice_list import Row

Open = Callable[[str, str], object]


def choose(app: App[Any], page: Page | None, open_record: Open) -> None:
    """Open the record that the page names; where there are several, ask which."""
    pointers = page.pointers if page else ()
    match pointers:
        case ():
            app.notify("This page names nothing that can be opened.", markup=False)
        case (only,):
            open_record(only.kind, only.id)
        case _:
            from ssw_tui.ui.dialogs.choose import ChooseDialog

            rows = [Row(id=f"{one.kind}:{one.id}", cells=(_named(one),)) for one in pointers]
            app.push_screen(ChooseDialog("Open which?", rows), lambda row_id: _open(row_id, open_record))


def _named(pointer: Pointer) -> str:
    """Say what kind of thing it is, where its label does not."""
    kind = KIND_WORD[pointer.kind].capitalize()
    return pointer.label if pointer.label.startswith(f"{kind}: ") else f"{kind}: {pointer.label}"


def _open(row_id: str | None, open_record: Open) -> None:
    if row_id is not None:
        kind, _, record_id = row_id.partition(":")
        open_record(kind, record_id)
