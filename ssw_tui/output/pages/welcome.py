"""What is said at the first start: what this is, who decides, where the data lie, which keys to know."""

from pathlib import Path

from ssw_tui.output.page import Block, Gap, Page, Paragraph, Tone


def welcome_page(data_folder: Path, greeting: str | None = None) -> Page:
    """Give what stands over the first choice.

    Args:
        data_folder: where the personal data would lie.
        greeting: what is said of the terminal, if anything is.
    """
    blocks: list[Block] = [
        Paragraph(
            "ssw-tui tells you where you stand with 特定技能 (とくていぎのう), Japan's Specified Skilled Worker "
            "status: what is missing, and which days you must not miss. "
            "Every rule has its date and its source, and it says so where something is not known."
        ),
        Gap(),
        Paragraph("This is no legal advice: the immigration office (入管, にゅうかん) decides.", Tone.STRONG),
        Paragraph(f"Nothing is sent anywhere. What you save stays in {data_folder} on this computer."),
        Gap(),
        Paragraph("Three keys: / searches, ? shows the keys, q leaves."),
    ]
    if greeting:
        blocks = [*(block for block in blocks if block != Gap()), Paragraph(greeting, Tone.WARNING)]
    return Page(title="Welcome to ssw-tui", blocks=tuple(blocks))
