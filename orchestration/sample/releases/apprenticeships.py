"""Apprenticeships: starts in academic years, and with the public sector in financial ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from orchestration.sample.csv_file import CsvFile
from orchestration.sample.release import Release
from orchestration.sample.releases.queries import query
from orchestration.sample.world import World

PUBLICATION = "apprenticeships"
ANNUAL_RELEASES = 2


def releases(world: World) -> Iterator[Release]:
    """The last annual releases, each with all its years."""
    last_year = world.scale.last_month.year - 1
    for year in range(last_year + 1 - ANNUAL_RELEASES, last_year + 1):
        published_on = date(year + 1, 11, 28)
        years = f"{year}-{(year + 1) % 100}"
        for name, layout in (
            (f"apprenticeships-{years}.csv", "apprenticeship_starts"),
            (f"public-sector-apprenticeships-{years}.csv", "apprenticeship_public_sector"),
        ):
            content = CsvFile(query(layout), {"last_year": year}, line_end="\n")
            yield Release(PUBLICATION, published_on, name, content)
