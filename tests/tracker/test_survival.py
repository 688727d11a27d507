"""What must survive: programs that are killed while they write, and several that write at once."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ssw_tui.tracker.store import STORE_NAME
from ssw_tui.tracker.tracker import Tracker

ROOT = Path(__file__).parents[2]
FIRST_WRITER = """
import sys
from pathlib import Path
from ssw_tui.tracker.records import CardStatus
from ssw_tui.tracker.tracker import Tracker

with Tracker(Path(sys.argv[1])) as tracker:
    print(tracker.add_card(label="A", status=CardStatus.NONE).id)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot kill this way")
def test_what_was_acknowledged_survives_being_killed_and_others_that_write_at_once() -> None:
    call = [sys.executable, "-m", "benchmarks.kill_writes", "--kills", "60", "--writers", "4", "--writes", "30"]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr

    figures = json.loads(done.stdout)
    assert figures["found"] == figures["acknowledged"] >= 60
    assert figures["writes_found"] == figures["writes"] == 4 * 30
    assert figures["copies"] > 0
    assert figures["halves"] == figures["damaged"] == 0


def test_programs_that_make_the_store_at_once_make_one(data_folder: Path) -> None:
    call = [sys.executable, "-c", FIRST_WRITER, str(data_folder)]
    writers = [subprocess.Popen(call, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    said = [writer.communicate(timeout=60)[0].strip() for writer in writers]

    with Tracker(data_folder) as tracker:
        assert sorted(card.id for card in tracker.cards()) == sorted(said)
    assert {path.name for path in data_folder.iterdir()} <= {STORE_NAME, "backups"}
