"""People Pulse: a file a wave, and one with what some participants sent again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from orchestration.sample.csv_file import CsvFile
from orchestration.sample.release import Release
from orchestration.sample.releases.queries import query
from orchestration.sample.world import World

LAG = timedelta(days=11)
WAVES = "select distinct wave_number, last_day, release from pulse_answers order by all"


def releases(world: World) -> Iterator[Release]:
    """All files of the publication."""
    for wave_number, last_day, release in world.rows(WAVES):
        yield Release(
            "people_pulse",
            last_day + LAG * release,
            f"People Pulse wave {wave_number}{', sent again' * (release - 1)}.csv",
            CsvFile(query("pulse_wave"), {"wave_number": wave_number, "release": release}),
        )
