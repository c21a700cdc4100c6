"""Announcements of the 50,000 Nurses Programme, each as somebody typed it into a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from orchestration.sample.csv_file import CsvFile
from orchestration.sample.release import Release
from orchestration.sample.releases.queries import query
from orchestration.sample.world import World

BASELINE = date(2019, 9, 30)
# The day of each announcement and the day that its newest figure is of.
ANNOUNCEMENTS = {
    date(2022, 10, 27): date(2022, 8, 31),
    date(2023, 11, 30): date(2023, 9, 30),
}


def releases(world: World) -> Iterator[Release]:  # noqa: ARG001 - every publication is asked alike
    """All files of the publication: each announcement repeats the baseline."""
    for announced_on, snapshot_on in ANNOUNCEMENTS.items():
        parameters = {
            "announced_on": announced_on,
            "snapshot_on": snapshot_on,
            "baseline": BASELINE,
        }
        name = f"50,000 nurses, announced {announced_on:%d %B %Y}.csv"
        content = CsvFile(query("programme_nurses"), parameters)
        yield Release("nurses_50k", announced_on, name, content)
