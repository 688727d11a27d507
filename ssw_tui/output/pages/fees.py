"""What an application costs."""

from collections.abc import Sequence

from ssw_tui.output.page import Block, Gap, Page, Pair, Paragraph, Table, Tone
from ssw_tui.output.pages.common import say_day, say_yen, sources
from ssw_tui.reader import Reader
from ssw_tui.records.fee import Fee


def fees_page(reader: Reader, fees: Sequence[Fee], *, online: bool) -> Page:
    """Give what an application received on the reader's day costs.

    Args:
        reader: the content as of that day.
        fees: one, or several where the fee goes by the period of stay that is granted; at least one.
        online: whether it is made online.
    """
    amounts = [fee.online_yen if online else fee.counter_yen for fee in fees]
    how = "made online" if online else "made at the counter"
    blocks: list[Block] = [Paragraph(f"Received on {say_day(reader.day)}, {how}.", Tone.QUIET)]
    for fee, yen in zip(fees, amounts, strict=True):
        charge = f", and {say_yen(fee.online_charge_yen)} for paying online" if online and fee.online_charge_yen else ""
        other = f" (online {say_yen(fee.online_yen)})" if not online and fee.online_yen not in (None, yen) else ""
        blocks.append(Pair(_of_period(fee), f"{say_yen(yen or 0)}{charge}{other}", Tone.STRONG))
    texts = dict.fromkeys(reader.say(fee.text, fee) for fee in fees)
    blocks += (Gap(), *map(Paragraph, texts), *sources(reader, fees))
    return Page(title=fees[0].title.split(",")[0] if len(fees) > 1 else fees[0].title, blocks=tuple(blocks))


def all_fees_page(reader: Reader, fees: Sequence[Fee]) -> Page:
    """Give what every application received on the reader's day costs, each in a row."""
    rows = tuple((fee.title, _in_yen(fee.counter_yen), _in_yen(fee.online_yen)) for fee in fees)
    blocks: list[Block] = [
        Paragraph(f"For applications received on {say_day(reader.day)}.", Tone.QUIET),
        Table(("For what", "Counter", "Online"), rows, (0, 9, 9)),
        Gap(),
        Paragraph('"-" stands where no amount is known, or where there is no such way.', Tone.QUIET),
        *sources(reader, fees),
    ]
    return Page(title="What applications cost", blocks=tuple(blocks))


def _in_yen(yen: int | None) -> str:
    if yen is None:
        return "-"
    return say_yen(yen) if yen else "free"


def _of_period(fee: Fee) -> str:
    if not fee.goes_by_period:
        return "Any period"
    least, most = fee.least_months or 0, fee.most_months
    if least == most:
        return _say_months(least)
    if most is None:
        return f"{_say_months(least)} or more"
    if (most + 1) % 12 or not least:
        return f"up to {_say_months(most)}"
    # 36 to 59 months are three years and four: nobody looks for "59 months" on a card.
    return f"under {_say_months(most + 1)}" if least % 12 else f"{least // 12} or {most // 12} years"


def _say_months(months: int) -> str:
    years, left = divmod(months, 12)
    return f"{months} months" if left or not years else f"{years} year{'s' if years > 1 else ''}"
