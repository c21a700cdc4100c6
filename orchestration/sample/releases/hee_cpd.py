"""Money for professional development: two days in each of two years, one region again."""

from __future__ import annotations

from collections.abc import Iterator

from orchestration.sample.csv_file import CsvFile
from orchestration.sample.release import Release
from orchestration.sample.releases.queries import query
from orchestration.sample.world import World


def releases(world: World) -> Iterator[Release]:
    """All files of the publication."""
    sendings = "select distinct sent_on, as_at from cpd_allocations order by all"
    for sent_on, as_at in world.rows(sendings):
        yield Release(
            "hee_cpd",
            sent_on,
            f"CPD investment as at {as_at:%d %B %Y}, sent {sent_on:%d %B %Y}.csv",
            CsvFile(query("cpd_allocations"), {"sent_on": sent_on}),
        )
