"""Where a foreign worker stands with Japan's Specified Skilled Worker status."""

__version__ = "0.1.0"
