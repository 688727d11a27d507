"""The fields of work as published: since when each is one, how it takes workers in, where No.2 exists."""

from datetime import date

START, MERGER, NO2_IN_ELEVEN = date(2019, 4, 1), date(2022, 5, 25), date(2023, 8, 31)
SIXTEEN_FIELDS, NINETEEN_FIELDS = date(2024, 9, 30), date(2026, 4, 1)
FROM_THE_START = {
    *("nursing-care", "building-cleaning", "construction", "shipbuilding", "automobile-repair", "aviation"),
    *("accommodation", "agriculture", "fishery-aquaculture", "food-beverage-manufacturing", "food-service"),
}
MERGED = {"machine-parts-and-tooling", "industrial-machinery", "electric-electronics-information"}
FIRST_DAYS = {
    **dict.fromkeys((*FROM_THE_START, *MERGED), START),
    "industrial-product-manufacturing": MERGER,
    **dict.fromkeys(("automobile-transportation", "railway", "forestry", "wood-industry"), SIXTEEN_FIELDS),
    **dict.fromkeys(("linen-supply", "logistics-warehousing", "resource-circulation"), NINETEEN_FIELDS),
}
SPELLS = {
    "industrial-machinery": [("stopped", date(2022, 4, 1), MERGER)],
    "automobile-transportation": [
        ("not-open", SIXTEEN_FIELDS, date(2024, 12, 16)),
        ("unconfirmed", date(2024, 12, 16), date(2025, 12, 31)),
    ],
    "food-service": [("stopped", date(2026, 4, 13), date.max)],
    "linen-supply": [("unconfirmed", NINETEEN_FIELDS, date.max)],
    "logistics-warehousing": [("not-open", NINETEEN_FIELDS, date.max)],
    "resource-circulation": [("not-open", NINETEEN_FIELDS, date.max)],
}
"""When a field did not simply take workers in."""
WITH_NO2 = FROM_THE_START - {"nursing-care"} | {"industrial-product-manufacturing"}


def intake(field: str, day: date) -> str:
    """Say how a field takes workers in on a day."""
    if day < FIRST_DAYS.get(field, date.max) or (field in MERGED and day >= MERGER):
        return "not-a-field"
    return next((state for state, since, until in SPELLS.get(field, []) if since <= day < until), "open")


def has_no2(field: str, day: date) -> bool:
    """Say whether No.2 exists in a field on a day."""
    since = START if field in ("construction", "shipbuilding") else NO2_IN_ELEVEN
    return field in WITH_NO2 and day >= since
