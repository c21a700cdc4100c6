"""What files leave behind in a home, so that a look costs next to nothing where none has come."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from orchestration.catalogue import Catalogue
from orchestration.edition.model import digest
from orchestration.home import Home
from orchestration.ingest.arrivals import arrivals


def traces(home: Home, catalogue: Catalogue) -> str:
    """A hash that changes with landing, the archive, the private build and the edition.

    Files are known by path, size and time of change; nothing is opened.
    """
    landed = [
        [arrival.landed_as, *_mark(arrival.path)]
        for arrival in arrivals(home.landing, catalogue.publications)
    ]
    rest = [_mark(path) for path in (home.archive, home.warehouse, home.edition)]
    return digest([landed, rest])


def is_quiet(home: Home, seconds: float) -> bool:
    """Whether nothing in landing was written or put there within these seconds."""
    newest = max((path.lstat().st_ctime for path in _below(home.landing)), default=0.0)
    return time.time() - newest >= seconds


def _below(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _mark(path: Path) -> list[int]:
    try:
        status = path.stat()
    except FileNotFoundError:
        return []
    return [status.st_size, status.st_mtime_ns]
