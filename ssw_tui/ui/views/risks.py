"""What to avoid."""

from collections.abc import Sequence

from ssw_tui.folding import fold
from ssw_tui.output.page import Page
from ssw_tui.output.pages import risks as pages
from ssw_tui.records.risk import Risk, Severity
from ssw_tui.ui.views.browse import BrowseView
from ssw_tui.ui.widgets.choice_list import Row


class RisksView(BrowseView):
    """The risks, worst first."""

    title = "Risks: what to avoid"
    filter_hint = "f: what you worry about: passport, side job, tax"

    def rows(self, words: str) -> Sequence[Row]:
        """Give the risks that fit the words, grouped by severity."""
        wanted = fold(words).split()
        risks = self.session.library.all(Risk).values()
        rows: list[Row] = []
        for severity in Severity:
            found = [r for r in risks if r.severity is severity and all(word in _text(r) for word in wanted)]
            if found:
                rows.append(Row(id=f"severity-{severity}", cells=(pages.SEVERITY_WORD[severity],), heading=True))
            rows += (Row(id=risk.id, cells=(risk.title,)) for risk in found)
        return rows

    def page_for(self, row_id: str) -> Page:
        """Give one risk whole."""
        return pages.page(self.session.reader, self.session.library.all(Risk)[row_id])


def _text(risk: Risk) -> str:
    return fold(f"{risk.title} {risk.what_happens} {risk.how_to_avoid} {risk.if_already}")
