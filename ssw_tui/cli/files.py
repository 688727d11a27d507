"""A page as the text of a file: as it is printed, as Markdown, as a page for a printer."""

from typing import TYPE_CHECKING

from ssw_tui.cli.options import Options

if TYPE_CHECKING:
    from ssw_tui.output.page import Page


def page_text(options: Options, page: "Page", kind: str | None) -> str:
    """Give a page as markdown or html, or (None) as the terminal shows it."""
    match kind:
        case "markdown":
            from ssw_tui.output.markdown import as_markdown

            return as_markdown(page)
        case "html":
            from ssw_tui.output.printable import as_html

            return as_html(page)
        case _:
            from ssw_tui.output.text import as_text

            return as_text(page, look=options.look)
