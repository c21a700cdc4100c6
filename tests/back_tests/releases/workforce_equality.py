"""Ethnicity of staff by grade: a workbook a release, with the day that its figure is of."""

from __future__ import annotations

from collections.abc import Iterator

from orchestration.sample.release import Release
from orchestration.sample.releases.workforce_equality import GradesWorkbook
from orchestration.sample.world import World
from tests.back_tests.as_of import AsOf, release_days

PUBLICATION = "workforce_equality"


def releases(world: World) -> Iterator[Release]:
    """All files of the publication."""
    for published_on in release_days(world, PUBLICATION):
        content = AsOf(published_on, GradesWorkbook("Ethnicity by grade", "equality_grades"))
        yield Release(PUBLICATION, published_on, "Ethnicity by grade.xls", content)
