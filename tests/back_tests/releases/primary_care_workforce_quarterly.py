"""Primary care: the long file of direct patient care staff."""

from __future__ import annotations

from collections.abc import Iterator

from orchestration.sample.csv_file import CsvFile
from orchestration.sample.release import Release
from orchestration.sample.releases.primary_care_workforce_quarterly import PUBLICATION
from orchestration.sample.releases.queries import query
from orchestration.sample.world import World
from tests.back_tests.as_of import release_days


def releases(world: World) -> Iterator[Release]:
    """All files of the publication."""
    for published_on in release_days(world, PUBLICATION):
        content = CsvFile(query("collated_patient_care"), {"published_on": published_on})
        yield Release(PUBLICATION, published_on, "Direct Patient Care.csv", content)
