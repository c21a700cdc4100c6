"""The 50,000 Nurses Programme: each figure as somebody typed it off the page that gave it."""

from __future__ import annotations

from collections.abc import Iterator

from orchestration.sample.csv_file import CsvFile
from orchestration.sample.release import Release
from orchestration.sample.releases.queries import query
from orchestration.sample.world import World


def releases(world: World) -> Iterator[Release]:
    """All files of the publication."""
    for published_on, snapshot_on in world.rows(
        "select published_on, snapshot_on from programme_nurses order by all"
    ):
        content = CsvFile(
            query("programme_nurses"),
            {"announced_on": published_on, "snapshot_on": snapshot_on, "baseline": snapshot_on},
        )
        yield Release("nurses_50k", published_on, "50,000 nurses.csv", content)
