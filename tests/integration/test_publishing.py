"""Other processes while an edition is published see the old or the new, and never an error."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from orchestration.edition import current_edition, publish
from tests.small_build import fill, small_home

NOON = datetime(2024, 11, 28, 12, tzinfo=UTC)
READER = """
import sys, duckdb
print("ready", flush=True)
seen = []
while not sys.stdin.closed:
    with duckdb.connect(sys.argv[1], read_only=True) as connection:
        row = connection.execute(
            "select min(s.value), max(s.value), min(m.value), max(m.value) "
            "from marts.scorecard as s, marts.metric_history as m"
        ).fetchone()
    if len(set(row)) != 1:
        sys.exit(f"half an edition: {row}")
    if not seen or seen[-1] != row[0]:
        seen.append(row[0])
        print(row[0], flush=True)
    if row[0] == 8:
        break
"""
PUBLISHER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from orchestration.edition import publish
from orchestration.home import Home
number = 0
print("ready", flush=True)
while True:
    number += 1
    now = datetime.now(UTC)
    publish(Home(Path(sys.argv[1])), run_id=f"{number:08d}-{now:%M%S%f}", now=now)
"""


def test_a_reader_sees_old_or_new_through_builds(tmp_path: Path) -> None:
    home = small_home(tmp_path, *((1.0, "observed", False, "aa"),) * 3)
    publish(home, run_id="run-1", now=NOON)
    readers = [
        subprocess.Popen(
            [sys.executable, "-c", READER, str(home.edition)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    for reader in readers:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "ready\n"
    for number in range(2, 9):
        fill(home, *((float(number), "observed", False, "aa"),) * 3)
        publish(home, run_id=f"run-{number}", now=NOON + timedelta(hours=number))
    for reader in readers:
        output, errors = reader.communicate(timeout=30)
        assert (reader.returncode, errors) == (0, "")
        seen = [float(line) for line in output.split()]
        assert seen == sorted(seen)
        assert seen[-1] == 8.0


@pytest.mark.parametrize("seed", range(3))
def test_a_killed_publisher_leaves_a_whole_edition(tmp_path: Path, seed: int) -> None:
    home = small_home(tmp_path)
    publish(home, run_id="first", now=NOON)
    chance = random.Random(seed)
    for _ in range(4):
        publisher = subprocess.Popen(
            [sys.executable, "-c", PUBLISHER, str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
        assert publisher.stdout is not None
        assert publisher.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0.01, 0.5))
        os.kill(publisher.pid, signal.SIGKILL)
        publisher.wait()
        with duckdb.connect(str(home.edition), read_only=True) as connection:
            assert connection.execute("select value from marts.scorecard").fetchall() == [(4.76,)]
        standing = current_edition(home)
        assert standing is not None
        assert (home.editions / standing.edition_id / "edition.json").exists()
    publish(home, run_id="last", now=datetime.now(UTC) + timedelta(hours=1))
    assert list(home.editions.glob(".*.draft")) == []
    assert len([p for p in home.editions.iterdir() if p.is_dir() and not p.is_symlink()]) <= 5
