"""A procedure written to a file: as Markdown or as a page to print, with what is personal or without."""

from typing import Any

from textual.app import App

from ssw_tui.output.markdown import as_markdown
from ssw_tui.output.own_steps import OwnSteps
from ssw_tui.output.pages.steps import plan_page
from ssw_tui.output.printable import as_html
from ssw_tui.reader import Reader
from ssw_tui.records.procedure import Procedure
from ssw_tui.ui.dialogs.choose import ChooseDialog
from ssw_tui.ui.files import write_page
from ssw_tui.ui.widgets.choice_list import Row


def ask(app: App[Any], reader: Reader, procedure: Procedure, own: OwnSteps) -> None:
    """Ask for the kind of file, then for its name, and write it."""
    whose = (
        f'the name, check marks and days of "{own.holder.card.label}"' if own.holder else "your check marks and days"
    )
    personal = f"with {whose}"
    rows = [
        Row(id="print-own", cells=(f"Page to print (HTML), {personal}",)),
        Row(id="markdown-own", cells=(f"Markdown file, {personal}",)),
        Row(id="print", cells=("Page to print (HTML), nothing personal in it",)),
        Row(id="markdown", cells=("Markdown file, nothing personal in it",)),
    ]

    def write(chosen: str | None) -> None:
        if chosen is None:
            return
        is_own = chosen.endswith("-own")
        page = plan_page(reader, procedure, own if is_own else OwnSteps(field=own.field, country=own.country))
        if chosen.startswith("print"):
            write_page(app, page, f"{procedure.id}.html", "Write a page to print", as_html)
        else:
            write_page(app, page, f"{procedure.id}.md", "Write this procedure as Markdown", as_markdown)

    app.push_screen(ChooseDialog("Write this procedure to a file", rows), write)
