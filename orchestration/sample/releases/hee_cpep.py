"""Additional clinical placements: three intakes, one region again."""

from __future__ import annotations

from collections.abc import Iterator

from orchestration.sample.csv_file import CsvFile
from orchestration.sample.release import Release
from orchestration.sample.releases.queries import query
from orchestration.sample.world import World


def releases(world: World) -> Iterator[Release]:
    """All files of the publication."""
    sendings = "select distinct sent_on, intake_year from placement_expansion order by all"
    for sent_on, intake_year in world.rows(sendings):
        yield Release(
            "hee_cpep",
            sent_on,
            f"Clinical placement expansion, {intake_year} intake, sent {sent_on:%B %Y}.csv",
            CsvFile(query("placement_expansion"), {"sent_on": sent_on}),
        )
