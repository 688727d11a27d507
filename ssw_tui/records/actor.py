"""Who acts."""

from enum import StrEnum


class Actor(StrEnum):
    """Who has to act."""

    WORKER = "worker"
    EMPLOYER = "employer"
    SUPPORT_ORGANISATION = "support-organisation"
    BOTH = "both"
