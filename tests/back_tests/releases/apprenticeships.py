"""Apprenticeships with employers of the public sector, by financial year."""

from __future__ import annotations

from collections.abc import Iterator

from orchestration.sample.csv_file import CsvFile
from orchestration.sample.release import Release
from orchestration.sample.releases.apprenticeships import PUBLICATION
from orchestration.sample.releases.queries import query
from orchestration.sample.world import World
from tests.back_tests.as_of import release_days


def releases(world: World) -> Iterator[Release]:
    """All files of the publication."""
    for published_on in release_days(world, PUBLICATION):
        content = CsvFile(query("apprenticeship_public_sector"), {"last_year": published_on.year})
        yield Release(PUBLICATION, published_on, "public-sector-apprenticeships.csv", content)
