"""What a sample file is: a release of a publication, and content that can write itself."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Protocol

from orchestration.sample.world import World

THURSDAY = 3


class Content(Protocol):
    """Whatever a file holds."""

    def write(self, world: World, path: Path) -> int:
        """Writes the file and returns how many records or table rows it holds."""
        ...


@dataclass(frozen=True)
class Release:
    """One file of one release, named as its publisher names it."""

    publication_id: str
    published_on: date
    file_name: str
    content: Content


def release_day(month: date, lag_days: int) -> date:
    """The last Thursday that is no more than `lag_days` after the end of `month`."""
    end = month.replace(day=monthrange(month.year, month.month)[1])
    latest = end + timedelta(days=lag_days)
    return latest - timedelta(days=(latest.weekday() - THURSDAY) % 7)
