"""`make bench`, `python -m benchmarks`: measures everything in one run and compares it with the limits.

Times are medians; what is compared with each other is measured in the same rounds. Exit status 1: a limit is broken.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.figures import ROWS, jobs
from benchmarks.machine import machine
from benchmarks.rounds import Samples, measure
from benchmarks.table import OK, Line, Row, as_data, as_text

ROUNDS, QUICK = 11, 3


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=(__doc__ or "").partition("\n\n")[2])
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} rounds, not {ROUNDS}: a look, no proof")
    parser.add_argument(
        "--only", action="append", metavar="NAME", choices=[row.name for row in ROWS], help="one row; may be repeated"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="everything that was measured")
    return parser.parse_args(argv)


def main(argv: Sequence[str]) -> int:
    """Measure, print the table, and say by the exit status whether every limit is kept."""
    arguments = parse(argv)
    rows = [row for row in ROWS if not arguments.only or row.name in arguments.only]
    described = machine()
    sys.stdout.write("".join(f"{name:<10} {value}\n" for name, value in described.items()) + "\n")
    sys.stdout.flush()
    samples = _measured(rows, QUICK if arguments.quick else ROUNDS)
    lines = [row.read(samples) for row in rows]
    sys.stdout.write(as_text(lines))
    if arguments.json:
        arguments.json.write_text(_as_json(described, lines, samples), encoding="utf-8")
    return 0 if all(line.verdict == OK for line in lines) else 1


def _measured(rows: Sequence[Row], rounds: int) -> Samples:
    needed = {job for row in rows for job in row.jobs}
    with TemporaryDirectory(prefix="ssw-tui-bench-") as folder:
        chosen = [job for job in jobs(Path(folder)) if job.name in needed]
        return measure(chosen, rounds, lambda number: _say(number, rounds))


def _say(number: int, rounds: int) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\rround {number} of {rounds} " + ("\n" if number == rounds else ""))


def _as_json(described: dict[str, str], lines: Sequence[Line], samples: Samples) -> str:
    data = {"machine": described, "rows": [as_data(line) for line in lines], "samples": samples}
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
