"""Primary care network workforce: eight quarters, re-issued together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from orchestration.sample.csv_file import CsvFile
from orchestration.sample.release import Release
from orchestration.sample.releases.queries import query
from orchestration.sample.world import World

REISSUED_ON = date(2022, 7, 28)


def releases(world: World) -> Iterator[Release]:
    """All files of the publication."""
    quarters = world.rows("select month from pcn_quarters order by month")
    for number, (month,) in enumerate(quarters, 1):
        yield Release(
            "pcn_workforce",
            REISSUED_ON,
            f"{number}.Primary Care Networks \N{EN DASH} {month:%B %Y} Individual Level.csv",
            CsvFile(query("pcn_posts"), {"month": month}, encoding="cp1252"),
        )
