"""Reasons for leaving: England, every quarter up to the last of a year that was printed."""

from __future__ import annotations

from collections.abc import Iterator

from orchestration.sample.release import Release
from orchestration.sample.releases.reasons_for_leaving import PUBLICATION, ReasonsCsv
from orchestration.sample.world import World
from tests.back_tests.as_of import AsOf


def releases(world: World) -> Iterator[Release]:
    """All files of the publication."""
    for published_on, last_quarter in world.rows(
        "select published_on, cast(period_start + interval 9 months as date) from leaving_years"
        " order by all"
    ):
        content = AsOf(published_on, ReasonsCsv(last_quarter, by_region=False))
        yield Release(PUBLICATION, published_on, "Reasons for Leaving, England.csv", content)
