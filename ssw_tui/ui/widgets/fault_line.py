"""The line that says what is wrong with what was typed."""

from textual.widgets import Static


class FaultLine(Static):
    """Takes no room while nothing is wrong."""

    DEFAULT_CSS = "FaultLine { height: auto; color: $warning; text-style: bold; }"

    def __init__(self) -> None:
        super().__init__("", markup=False)

    def complain(self, fault: ValueError | str) -> None:
        """Say a fault as a sentence."""
        text = str(fault)
        self.update(f"{text[0].upper()}{text[1:].removesuffix('.')}.")

    def clear(self) -> None:
        """Say that nothing is wrong."""
        self.update("")
