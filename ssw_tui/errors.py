"""A person's mistake, or a machine's refusal: one sentence that names the thing and the way out."""


class UserError(Exception):
    """The call or the input is wrong; the program leaves with status 2 and changes nothing."""


class DataUnavailableError(Exception):
    """The personal data cannot be read or written; they stay where and as they are (status 3)."""
