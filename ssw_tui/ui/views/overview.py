"""The first view: where you stand, what the status is, what changed."""

from collections.abc import Sequence

from attrs import evolve

from ssw_tui.output.page import Gap, Page, Paragraph
from ssw_tui.output.pages import overview as pages
from ssw_tui.output.where_you_stand import where_you_stand
from ssw_tui.records.reference import OverviewSection
from ssw_tui.ui.views.browse import BrowseView
from ssw_tui.ui.widgets.choice_list import Row
from ssw_tui.ui.widgets.key_bar import KeyHint

STANDING, GUIDE = "where-you-stand", "the-guide"


class OverviewView(BrowseView):
    """Sections beside their pages; the first one is the person's own."""

    title = "Overview"
    stacks = False

    def rows(self, words: str) -> Sequence[Row]:
        """Give the sections."""
        sections = self.session.library.all(OverviewSection).values()
        return (
            Row(id=STANDING, cells=("Where you stand",)),
            *(Row(id=section.id, cells=(section.title,)) for section in sections),
            Row(id=GUIDE, cells=("Guide and rules",)),
        )

    def page_for(self, row_id: str) -> Page:
        """Give a section's page."""
        reader = self.session.reader
        match row_id:
            case "where-you-stand":
                return self._standing()
            case "the-guide":
                return Page(title="The guide and the rules", blocks=(Paragraph(pages.guide_sentence(reader)), Gap()))
            case _:
                return pages.section_page(reader, self.session.library.all(OverviewSection)[row_id])

    def _standing(self) -> Page:
        session = self.session
        page = where_you_stand(session.reader, session.tracker, session.settings.reminder_days)
        return evolve(page, blocks=(*page.blocks, *pages.lately(session.reader, session.seen_until)))

    @property
    def list_hints(self) -> Sequence[KeyHint]:
        """Opening what a row leads to, and the changes that the first page names."""
        named = (KeyHint("v", "changes", "open_named"),) if self.list.chosen == STANDING else ()
        return (KeyHint("enter", "open", "read"), *named)

    def selected(self, row_id: str) -> None:
        """Open what a row leads to: the card, the guide, or the page."""
        if row_id == GUIDE:
            self.post_message(self.Opened("reference", "guide"))
        elif row_id == STANDING:
            self.post_message(self.Opened("view", "card"))
        else:
            self.action_read()
