"""What applications cost."""

from attrs import frozen

from ssw_tui.records.statement import Statement


@frozen(kw_only=True)
class Fee(Statement):
    """What an application costs, in yen, for applications received while it holds."""

    id: str
    """Stable, kebab-case."""
    title: str
    """For what."""
    applications: tuple[str, ...]
    """Which applications: extension, change, permanent-residence, certificate-of-eligibility, visa ..."""
    least_months: int | None = None
    """The shortest period of stay granted that it is for, in months; None: from the shortest there is."""
    most_months: int | None = None
    """The longest period of stay granted that it is for, in months; None: up to the longest there is."""
    counter_yen: int | None = None
    """At the counter."""
    online_yen: int | None = None
    """Online, where that is cheaper or possible."""
    online_charge_yen: int | None = None
    """What paying online adds."""
    text: str
    """How it is set and paid."""
    legal_basis: str | None = None
    """Where it is laid down."""

    @property
    def goes_by_period(self) -> bool:
        """Whether it depends on the period of stay that is granted."""
        return self.least_months is not None or self.most_months is not None

    def covers(self, months: int) -> bool:
        """Whether it is for this period of stay granted, in months."""
        return (self.least_months or 0) <= months and (self.most_months is None or months <= self.most_months)
