"""How a person likes the program; a small TOML file that they may also edit by hand."""

import tomllib
from pathlib import Path
from typing import Any

from attrs import Attribute, evolve, fields, frozen
from attrs import field as attribute

from ssw_tui.errors import UserError
from ssw_tui.private_files import make_folder, write

THEMES = ("dark", "light", "high-contrast")
LOOKS = ("auto", "unicode", "ascii")
LONGEST_REMINDER = 366


def _one_of(*allowed: str) -> Any:  # noqa: ANN401 - a validator, as attrs takes it
    def check(_: object, attribute: "Attribute[str]", value: object) -> None:
        if value not in allowed:
            near = nearest(str(value), allowed)
            raise ValueError(f"{attribute.name} must be {_either(allowed)}{_did_you_mean(near)}")

    return check


def _days(_: object, attribute: "Attribute[int]", value: object) -> None:
    if type(value) is not int or not 0 <= value <= LONGEST_REMINDER:
        raise ValueError(f"{attribute.name} must be a whole number from 0 to {LONGEST_REMINDER}")


@frozen(kw_only=True)
class Settings:
    """The settings, each with its value where the file says nothing.

    Raises:
        ValueError: for a value that cannot be, with a sentence that names the key.
    """

    theme: str = attribute(default="dark", validator=_one_of(*THEMES))
    """The colours of the app: dark, light or high-contrast."""
    look: str = attribute(default="auto", validator=_one_of(*LOOKS))
    """The signs it draws with: unicode, ascii, or auto, which takes ascii where the terminal asks for it."""
    reminder_days: int = attribute(default=30, validator=_days)
    """How many days ahead the app reminds of a deadline."""


def load(file: Path) -> Settings:
    """Read the settings; a file that is not there means that everything is left as it is.

    Raises:
        UserError: when the file cannot be read, is no TOML, or holds a key or a value that cannot be.
    """
    try:
        with file.open("rb") as stream:
            values = tomllib.load(stream)
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise UserError(f"The settings file {file} cannot be read ({error.strerror}).") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UserError(f"The settings file {file} is no TOML: {error}; correct or remove it.") from error
    known = [setting.name for setting in fields(Settings)]
    for key in values:
        if key not in known:
            near = nearest(key, known)
            raise UserError(f'{file}: unknown key "{key}"{_did_you_mean(near)}; the keys are {", ".join(known)}.')
    try:
        return Settings(**values)
    except ValueError as error:
        raise UserError(f"{file}: {error}.") from error


def save(file: Path, settings: Settings) -> None:
    """Write the settings, for their owner alone; the old file stays until the new one is whole.

    Raises:
        UserError: when the file cannot be written.
    """
    text = "".join(f"{setting.name} = {_as_toml(getattr(settings, setting.name))}\n" for setting in fields(Settings))
    try:
        make_folder(file.parent)
        write(file, text.encode())
    except OSError as error:
        raise UserError(f"The settings file {file} cannot be written ({error.strerror}).") from error


def change(file: Path, **values: str | int) -> Settings:
    """Change some settings in the file and give all of them.

    Raises:
        UserError: when the file cannot be read or written, or a value cannot be.
    """
    changed: Any = values
    try:
        settings = evolve(load(file), **changed)
    except ValueError as error:
        raise UserError(f"{error}.") from error
    save(file, settings)
    return settings


def nearest(name: str, names: tuple[str, ...] | list[str]) -> str | None:
    """Give the known name that is closest to a mistyped one, if any is close."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, names, n=1, cutoff=0.5)), None)


def _as_toml(value: str | int) -> str:
    """Write a value; the texts are known words, so quotes are all they need."""
    return f'"{value}"' if isinstance(value, str) else str(value)


def _either(names: tuple[str, ...]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"


def _did_you_mean(name: str | None) -> str:
    return f'; did you mean "{name}"?' if name else ""
