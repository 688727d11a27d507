"""A result of the quiz in the order in which it is best heard: verdict, what is missing, reasons, the way on."""

from collections.abc import Iterable

from ssw_tui.output.page import Block, Heading, Item, Page, Paragraph

ORDER = (
    "",
    "Missing",
    "Stands against it",
    "Ask about this",
    "For now",
    "Find out",
    "Not known",
    "Met",
    "Ways",
    "Look out for",
    "Planned to change",
    "Good to know",
    "The smallest way",
    "The smallest ways to meet the conditions",
    "Go on with",
    "Your answers",
    "Not asked",
    "Sources",
)
"""The headings of a result; what comes before the first of them stands under ""."""


def heard(result: Page, *, briefly: bool) -> Page:
    """Give the page of a result in the order of hearing; briefly: what is not known is only named, in one paragraph."""
    sections = _sections(result.blocks)
    if briefly:
        sections.pop("Find out", None)
        if "Not known" in sections:
            sections["Not known"] = _named(sections["Not known"])
    order = {heading: place for place, heading in enumerate(ORDER)}
    ordered = sorted(sections, key=lambda heading: order.get(heading, len(ORDER)))
    blocks = tuple(block for heading in ordered for block in sections[heading])
    return Page(title=f"Result: {result.title}", blocks=blocks)


def _sections(blocks: Iterable[Block]) -> dict[str, list[Block]]:
    """Give the blocks by the heading that they stand under, those before the first under none."""
    sections: dict[str, list[Block]] = {}
    heading = ""
    for block in blocks:
        heading = block.text if isinstance(block, Heading) else heading
        sections.setdefault(heading, []).append(block)
    return sections


def _named(blocks: list[Block]) -> list[Block]:
    """Name the items under a heading in one paragraph."""
    heading, *items = blocks
    return [heading, Paragraph("; ".join(item.text for item in items if isinstance(item, Item)) + ".")]
