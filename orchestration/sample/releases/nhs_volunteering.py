"""Volunteers in trusts: six quarters, some trusts one of them again."""

from __future__ import annotations

from collections.abc import Iterator

from orchestration.sample.csv_file import CsvFile
from orchestration.sample.release import Release
from orchestration.sample.releases.queries import query
from orchestration.sample.world import World


def releases(world: World) -> Iterator[Release]:
    """All files of the publication."""
    sendings = "select distinct sent_on, quarter, financial_year from volunteering order by all"
    for sent_on, quarter, year in world.rows(sendings):
        yield Release(
            "nhs_volunteering",
            sent_on,
            f"Volunteers {quarter} {year.replace('/', '-')}, sent {sent_on:%B %Y}.csv",
            CsvFile(query("volunteering"), {"sent_on": sent_on}),
        )
