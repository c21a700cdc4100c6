"""Bringing Back Staff: the counts of the regions on the day that a figure is of."""

from __future__ import annotations

from collections.abc import Iterator

from orchestration.sample.csv_file import CsvFile
from orchestration.sample.release import Release
from orchestration.sample.releases.queries import query
from orchestration.sample.world import World


def releases(world: World) -> Iterator[Release]:
    """All files of the publication."""
    for published_on, as_at in world.rows("select distinct published_on, as_at from returners"):
        content = CsvFile(query("bbs_returners"), {"as_at": as_at})
        yield Release("nhsei_bbs", published_on, "Bringing Back Staff.csv", content)
