"""Levels of attainment: a return a quarter, once with late answers in a file of their own."""

from __future__ import annotations

from collections.abc import Iterator

from orchestration.sample.csv_file import CsvFile
from orchestration.sample.release import Release, release_day
from orchestration.sample.releases.queries import query
from orchestration.sample.world import World

LAG_DAYS = 45
LATE_LAG_DAYS = 75
QUARTERS = """
    select quarter_end, bool_or(is_late) from attainment group by quarter_end order by quarter_end
"""


def releases(world: World) -> Iterator[Release]:
    """All files of the publication."""
    for quarter_end, has_late in world.rows(QUARTERS):
        for is_late_file in (False, True)[: 1 + has_late]:
            yield Release(
                "eroster_loa",
                release_day(quarter_end, LATE_LAG_DAYS if is_late_file else LAG_DAYS),
                f"Levels of attainment, {quarter_end:%B %Y}{' (late)' * is_late_file}.csv",
                CsvFile(
                    query("eroster_levels"),
                    {"quarter_end": quarter_end, "is_late_file": is_late_file},
                ),
            )
