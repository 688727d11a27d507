"""The field browser."""

from collections.abc import Sequence

from ssw_tui.output.page import Page, Paragraph, Tone
from ssw_tui.output.pages import fields as pages
from ssw_tui.records.field import Field, Intake
from ssw_tui.ui.views.browse import BrowseView
from ssw_tui.ui.widgets.choice_list import Row


class FieldsView(BrowseView):
    """All fields of the day's ordinance, filtered as one types."""

    title = "Fields of work"
    columns = (None, 12, 8)
    filter_hint = "f: your work, in any words: welding, hotel, 介護, やさい"

    def rows(self, words: str) -> Sequence[Row]:
        """Give the fields that fit the words."""
        reader = self.session.reader
        found = pages.matching(pages.fields_on(reader), words)
        return [
            Row(
                id=field.id,
                cells=(
                    f"{field.name}\t{field.name_ja}",
                    f"No.1 {_short(field.intake_on(reader.day))}",
                    "No.2 yes" if field.has_no2_on(reader.day) else "No.2 no",
                ),
            )
            for field in found
        ]

    def page_for(self, row_id: str) -> Page:
        """Give everything about a field."""
        reader = self.session.reader
        return pages.page(reader, reader.library.all(Field)[row_id])

    def nothing_found(self, words: str) -> Page:
        """Say plainly that there is no such field."""
        return Page(
            title="No field found",
            blocks=(
                Paragraph(f'No field of Specified Skilled Worker on this day fits "{words}".'),
                Paragraph("Try another word for the work, or empty the filter with escape.", Tone.QUIET),
            ),
        )


def _short(intake: Intake) -> str:
    return {Intake.OPEN: "open", Intake.NOT_OPEN: "not yet", Intake.UNCONFIRMED: "unsure", Intake.STOPPED: "stopped"}[
        intake
    ]
