"""Bringing Back Staff: a count now and then, the last one with a correction."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from orchestration.sample.csv_file import CsvFile
from orchestration.sample.release import Release
from orchestration.sample.releases.queries import query
from orchestration.sample.world import World

LAG = timedelta(days=14)


def releases(world: World) -> Iterator[Release]:
    """All files of the publication."""
    for (as_at,) in world.rows("select as_at from returner_days order by as_at"):
        yield Release(
            "nhsei_bbs",
            as_at + LAG,
            f"Bringing Back Staff, {as_at:%d %B %Y}.csv",
            CsvFile(query("bbs_returners"), {"as_at": as_at}),
        )
