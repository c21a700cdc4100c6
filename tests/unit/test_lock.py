"""The lock: one process at a time, as often as it likes, freed however the holder ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from orchestration.lock import LockTimeoutError, exclusive, holder

HOLD = """
import sys, time
from pathlib import Path
from orchestration.lock import exclusive
with exclusive(Path(sys.argv[1]), purpose="a build"):
    print("held", flush=True)
    time.sleep(60)
"""


def holding(path: Path) -> subprocess.Popen[str]:
    """Another process that holds the lock."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_it_is_reentrant_inside_a_process(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with exclusive(lock, purpose="outer"), exclusive(lock, purpose="inner"):
        held_by = holder(lock)
        assert held_by is not None
        assert (held_by.pid, held_by.purpose) == (os.getpid(), "outer")
    assert holder(lock) is None


def test_another_thread_of_the_process_shares_it(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    entered = threading.Event()

    def enter() -> None:
        with exclusive(lock, purpose="thread", timeout_seconds=1):
            entered.set()

    with exclusive(lock, purpose="main"):
        thread = threading.Thread(target=enter)
        thread.start()
        thread.join()
    assert entered.is_set()


def test_another_process_waits_and_is_told_for_whom(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    other = holding(lock)
    told: list[str] = []
    try:
        with (
            pytest.raises(LockTimeoutError, match=str(other.pid)),
            exclusive(lock, purpose="mine", on_wait=told.append, timeout_seconds=0.5),
        ):
            pytest.fail("two processes held the lock")
    finally:
        other.kill()
        other.wait()
    assert len(told) == 1
    assert f"process {other.pid} (a build) since 20" in told[0]


def test_a_killed_holder_frees_it(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    other = holding(lock)
    threading.Timer(0.5, lambda: os.kill(other.pid, signal.SIGKILL)).start()
    started = time.monotonic()
    with exclusive(lock, purpose="mine", timeout_seconds=10):
        assert time.monotonic() - started < 5
    other.wait()
