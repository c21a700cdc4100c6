"""Staff facilities of the situation report: a return a quarter, one of them corrected by some."""

from __future__ import annotations

from collections.abc import Iterator

from orchestration.sample.csv_file import CsvFile
from orchestration.sample.release import Release, release_day
from orchestration.sample.releases.queries import query
from orchestration.sample.world import World

LAG_DAYS = (30, 60)
RETURNS = "select distinct quarter_end, release from facility_answers order by all"


def releases(world: World) -> Iterator[Release]:
    """All files of the publication."""
    for quarter_end, release in world.rows(RETURNS):
        yield Release(
            "covid_sitrep",
            release_day(quarter_end, LAG_DAYS[release - 1]),
            f"Situation report, staff facilities, {quarter_end:%B %Y}, {release}.csv",
            CsvFile(query("sitrep_facilities"), {"quarter_end": quarter_end, "release": release}),
        )
