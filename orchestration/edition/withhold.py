"""Says in the standing edition that a newer one was withheld, and why; and puts files in place."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import duckdb

from orchestration.edition import history
from orchestration.edition.audit import log_of
from orchestration.edition.history import as_utc
from orchestration.edition.model import Edition
from orchestration.home import Home
from orchestration.lock import exclusive

SWAP_SECONDS = 30


def withhold(home: Home, *, run_id: str, now: datetime, reasons: Sequence[str]) -> Edition | None:
    """Publish the current edition again with a row that says what was withheld.

    Returns the edition that stands, None where there never was one. A run is written down once,
    however often it is told. The edition's own folder is not touched: it stays as it was audited.
    """
    attempt = Edition(edition_id(now, run_id), "withheld", now, run_id, reasons=tuple(reasons))
    with publishing(home):
        if not home.edition.exists():
            return None
        made = home.root / f".{home.edition.name}.{os.getpid()}"
        made.unlink(missing_ok=True)
        shutil.copyfile(home.edition, made)
        made.chmod(0o644)
        with duckdb.connect(str(made)) as connection:
            if not any(one.run_id == run_id for one in history.read(connection)):
                history.append(connection, attempt)
                connection.execute("checkpoint")
        made.chmod(0o444)
        put_in_place(made, home)
        return history.current_edition(home)


@contextmanager
def publishing(home: Home) -> Iterator[None]:
    """Held for the seconds in which the current edition is replaced, apart from long builds."""
    with exclusive(
        home.editions / ".lock", purpose="replacing the edition", timeout_seconds=SWAP_SECONDS
    ):
        yield


def put_in_place(made: Path, home: Home) -> None:
    """Rename a finished file onto the current edition: all or nothing, for every reader."""
    descriptor = os.open(made, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    made.replace(home.edition)
    log_of(home.edition).unlink(missing_ok=True)


def edition_id(now: datetime, run_id: str) -> str:
    """Sorts by time and names the run: `20241128T093000Z-1a2b3c4d`."""
    return f"{as_utc(now):%Y%m%dT%H%M%SZ}-{run_id[:8]}"
