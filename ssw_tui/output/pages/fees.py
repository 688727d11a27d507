"""What an application costs."""

from collections.abc import Sequence

from ssw_tui.output.page import Block, Gap, Page, Pair, Paragraph, Tone
from ssw_tui.output.pages.common import say_day, say_yen, sources
from ssw_tui.reader import Reader
from ssw_tui.records.procedure import Fee


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
        blocks.append(Pair(_of_period(fee), f"{say_yen(yen or 0)}{charge}", Tone.STRONG))
    texts = dict.fromkeys(reader.say(fee.text, fee) for fee in fees)
    blocks += (Gap(), *map(Paragraph, texts), *sources(reader, fees))
    return Page(title=fees[0].title.split(",")[0] if len(fees) > 1 else fees[0].title, blocks=tuple(blocks))


def _of_period(fee: Fee) -> str:
    if not fee.goes_by_period:
        return "Any period"
    if fee.least_months == fee.most_months:
        return _say_months(fee.least_months or 0)
    if fee.most_months is None:
        return f"{_say_months(fee.least_months or 0)} or more"
    return f"up to {_say_months(fee.most_months)}"


def _say_months(months: int) -> str:
    years, left = divmod(months, 12)
    return f"{months} months" if left or not years else f"{years} year{'s' if years > 1 else ''}"
