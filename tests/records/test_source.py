import pytest

from ssw_tui.records.source import Source, SourceKind


def source(address: str = "https://www.moj.go.jp/isa/", page_date: str | None = None) -> Source:
    return Source(
        id="isa",
        publisher="Immigration Services Agency",
        title="特定技能",
        address=address,
        kind=SourceKind.OFFICIAL,
        page_date=page_date,
        how_read="read",
    )


@pytest.mark.parametrize("address", ["ftp://example.org/a", "www.moj.go.jp", "", "https://", "https://a b"])
def test_an_address_that_no_browser_opens_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="address to be an http or https address"):
        source(address=address)


@pytest.mark.parametrize("page_date", ["2026", "2026-08", "2026-08-20", None])
def test_a_page_is_dated_as_exactly_as_is_known(page_date: str | None) -> None:
    assert source(page_date=page_date).page_date == page_date


@pytest.mark.parametrize("page_date", ["20 August 2026", "2026-8", "2026-08-20-01", "26-08-20"])
def test_a_page_date_in_another_form_is_refused(page_date: str) -> None:
    with pytest.raises(ValueError, match="page_date to be a year, month or day"):
        source(page_date=page_date)
