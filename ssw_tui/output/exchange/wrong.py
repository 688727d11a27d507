"""How a file that cannot be read is spoken of: with the place, without what a person wrote there."""


def unquoted(error: ValueError, text: str) -> str:
    """Say what is wrong with a text without repeating it."""
    return str(error).replace(f'"{text}"', "this")
