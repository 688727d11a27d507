"""The only reader of content files: TOML to records, a kind when it is first asked for, every fault named."""

from collections.abc import Iterable, Mapping
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from ssw_tui.kinds import Kind, kind_of

if TYPE_CHECKING:
    from ssw_tui.records.edition import Edition

R = TypeVar("R")


class Fault(NamedTuple):
    """Something wrong in a content file."""

    file: str
    """The file, inside the content folder."""
    key: str
    """The record and key in it."""
    problem: str
    """What is wrong and what was expected."""

    def __str__(self) -> str:
        """As one line."""
        return f"{self.file}: {self.key}: {self.problem}"


class ContentError(Exception):
    """Content that cannot be used, with every fault that was found."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


class Library:
    """The content, read from a folder; each kind is read when it is first asked for."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._loaded: dict[type[Any], Mapping[str, Any]] = {}
        self._single: dict[tuple[type[Any], str], object | None] = {}
        self._edition: Edition | None = None
        self._files_of: dict[tuple[str, str], str] = {}

    def all(self, record: type[R]) -> Mapping[str, R]:
        """Give every record of a kind by its id, in its kind's order, else in the order of the files.

        Raises:
            ContentError: when a file is missing, is no TOML, or holds something that is no such record.
        """
        if record not in self._loaded:
            kind = kind_of(record)
            records: dict[str, Any] = {}
            faults: list[Fault] = []
            files = self._files(kind)
            if not files:
                faults.append(Fault(kind.place, "folder", "it is missing, or holds no file"))
            for path in files:
                self._read(kind, path, records, faults)
            if faults:
                raise ContentError(tuple(sorted(faults)))
            self._loaded[record] = _in_order(kind, records)
        return self._loaded[record]

    def one(self, record: type[R], record_id: str) -> R | None:
        """Give the record with this id, or None; of a kind with a file each, only that file is read."""
        kind = kind_of(record)
        if kind.listed or record in self._loaded:
            return self.all(record).get(record_id)
        if (record, record_id) not in self._single:
            self._single[record, record_id] = self._read_one(kind, record_id)
        return cast("R | None", self._single[record, record_id])

    def _read_one(self, kind: Kind, record_id: str) -> object | None:
        path = self.root / kind.place / f"{record_id}.toml"
        if not record_id.replace("-", "").isalnum() or not path.is_file():
            return None
        records: dict[str, Any] = {}
        faults: list[Fault] = []
        self._read(kind, path, records, faults)
        if faults:
            raise ContentError(tuple(faults))
        found: object = records[record_id]
        return found

    def file_of(self, kind: Kind, record_id: str) -> str:
        """Name the file, inside the content folder, that a record was read from."""
        return self._files_of[kind.name, record_id]

    def edition(self) -> "Edition":
        """Give the version of the content and the day it was last checked.

        Raises:
            ContentError: when the file is missing or broken.
        """
        if self._edition is None:
            self._edition = self._read_edition()
        return self._edition

    def _read_edition(self) -> "Edition":
        from ssw_tui.records.edition import Edition

        path = self.root / "edition.toml"
        faults: list[Fault] = []
        data = _parse(path, self.root, faults)
        edition = _structure(data, Edition, _Place("edition.toml", "edition"), faults) if data is not None else None
        if edition is None:
            raise ContentError(tuple(faults))
        return edition

    def _files(self, kind: Kind) -> list[Path]:
        place = self.root / kind.place
        return sorted(place.glob("*.toml")) if not place.suffix else [place]

    def _read(self, kind: Kind, path: Path, records: dict[str, Any], faults: list[Fault]) -> None:
        data = _parse(path, self.root, faults)
        if data is None:
            return
        file = path.relative_to(self.root).as_posix()
        checked = data.pop("checked", None)
        tables = data.pop(kind.name, []) if kind.listed else [data]
        if kind.listed and data:
            faults.append(Fault(file, ", ".join(data), f'unknown; the file holds "checked" and [[{kind.name}]] tables'))
        if not isinstance(tables, list):
            faults.append(Fault(file, kind.name, f"expected [[{kind.name}]] tables"))
            return
        if checked is not None:
            _add_check_day(tables, checked)
        for number, table in enumerate(tables, start=1):
            self._take(kind, _Place(file, _name(kind, table, number)), table, records, faults)
        if not kind.listed and data.get("id", path.stem) != path.stem:
            faults.append(Fault(file, "id", f'expected "{path.stem}", as the file is called'))

    def _take(self, kind: Kind, place: "_Place", table: object, records: dict[str, Any], faults: list[Fault]) -> None:
        record = _structure(table, kind.record, place, faults)
        if record is None:
            return
        if record.id in records:
            faults.append(Fault(place.file, place.key, "this id is used twice"))
        records[record.id] = record
        self._files_of[kind.name, record.id] = place.file


def _in_order(kind: Kind, records: dict[str, Any]) -> Mapping[str, Any]:
    if kind.order is None:
        return records
    place = attrgetter(kind.order)
    return dict(sorted(records.items(), key=lambda item: place(item[1])))


class _Place(NamedTuple):
    file: str
    key: str


def _name(kind: Kind, table: object, number: int) -> str:
    named = table.get("id") if isinstance(table, dict) else None
    return f'{kind.name} "{named}"' if isinstance(named, str) else f"{kind.name} number {number}"


def _parse(path: Path, root: Path, faults: list[Fault]) -> dict[str, Any] | None:
    from tomli import load

    file = path.relative_to(root).as_posix()
    try:
        with path.open("rb") as stream:
            return load(stream)
    except FileNotFoundError:
        faults.append(Fault(file, "file", "it is missing"))
    except OSError as error:
        faults.append(Fault(file, "file", f"it cannot be read ({error.strerror})"))
    except ValueError as error:
        faults.append(Fault(file, "file", f"it is no TOML: {error}"))
    return None


def _add_check_day(value: object, checked: object) -> None:
    """Give every statement in a table, or in a list of them, the file's own check day, unless it has one."""
    if isinstance(value, dict):
        if "sources" in value:
            value.setdefault("checked", checked)
        value = value.values()
    for inner in cast("Iterable[object]", value):
        if isinstance(inner, dict | list):
            _add_check_day(inner, checked)


def _structure(data: object, record: type[R], place: _Place, faults: list[Fault]) -> R | None:
    from ssw_tui.structuring import WrongError, structure

    try:
        return structure(data, record)
    except WrongError as error:
        faults.extend(Fault(place.file, f"{place.key}{key}", problem) for key, problem in error.problems)
    return None
