"""One writer at a time: the operating-system lock around every use of a home's private build.

DuckDB lets one process write, and a reader of the same file would stop it. The lock is advisory
(`flock`), belongs to the process, is re-entrant inside it, and ends with it, however it ends.
"""

from __future__ import annotations

import fcntl
import json
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from orchestration.errors import PlainError

POLL_SECONDS = 0.2


@dataclass(frozen=True)
class Holder:
    """Who holds a lock, as they wrote it down themselves."""

    pid: int
    purpose: str
    since: str

    def __str__(self) -> str:
        return f"process {self.pid} ({self.purpose}) since {self.since}"


class LockTimeoutError(PlainError):
    """The lock stayed with another process for longer than the caller could wait."""


@dataclass
class _Held:
    """A lock that this process holds, and how many callers inside it share it."""

    descriptor: int
    pid: int
    depth: int = 1


@dataclass
class _Table:
    """All locks of this process."""

    held: dict[Path, _Held] = field(default_factory=dict)
    guard: threading.RLock = field(default_factory=threading.RLock)


_TABLE = _Table()


@contextmanager
def exclusive(
    path: Path,
    *,
    purpose: str,
    on_wait: Callable[[str], None] | None = None,
    timeout_seconds: float | None = None,
) -> Iterator[None]:
    """Hold the lock file at `path` while the block runs.

    `on_wait` is told once, in one sentence, who holds it. Raises `LockTimeoutError` where
    `timeout_seconds` pass; without a limit it waits for as long as it takes.
    """
    path = path.resolve()
    _enter(path, purpose, on_wait, timeout_seconds)
    try:
        yield
    finally:
        _leave(path)


def holder(path: Path) -> Holder | None:
    """What the present or last holder wrote into the lock file; None where it is empty."""
    try:
        return Holder(**json.loads(path.read_text("utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def _enter(
    path: Path,
    purpose: str,
    on_wait: Callable[[str], None] | None,
    timeout_seconds: float | None,
) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    is_told = False
    while not _take(path, purpose):
        if on_wait and not is_told:
            on_wait(f"Waiting for the warehouse: {_described(path)} holds it.")
            is_told = True
        if timeout_seconds is not None and time.monotonic() - started > timeout_seconds:
            raise LockTimeoutError(
                f"The warehouse stayed locked: {_described(path)} holds {path}.",
                "Wait until that process ends, or stop it, then try again.",
            )
        time.sleep(POLL_SECONDS)


def _take(path: Path, purpose: str) -> bool:
    with _TABLE.guard:
        held = _TABLE.held.get(path)
        # A forked child inherits this table, but not the right to the lock.
        if held and held.pid == os.getpid():
            held.depth += 1
            return True
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return False
        me = Holder(os.getpid(), purpose, datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S UTC"))
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, json.dumps(asdict(me)).encode(), 0)
        _TABLE.held[path] = _Held(descriptor, os.getpid())
        return True


def _described(path: Path) -> str:
    return str(holder(path) or "another process")


def _leave(path: Path) -> None:
    with _TABLE.guard:
        held = _TABLE.held[path]
        held.depth -= 1
        if held.depth == 0:
            del _TABLE.held[path]
            os.ftruncate(held.descriptor, 0)
            os.close(held.descriptor)
