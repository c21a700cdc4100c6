"""Nationality: joiners by staff group, and staff in post by nationality and region."""

from __future__ import annotations

from collections.abc import Iterator

from orchestration.sample.release import Content, Release
from orchestration.sample.releases.nationality_joiners import PUBLICATION, JoinerTable
from orchestration.sample.releases.workforce_turnover_nationality import RegionTables
from orchestration.sample.world import World


def releases(world: World) -> Iterator[Release]:
    """All files of the publication."""
    for series_id, published_on, month in world.rows(
        "select series_id, published_on, cast(date_trunc('month', period_end) as date)"
        " from known where publication_id = 'workforce_turnover_nationality' order by all"
    ):
        content: Content = RegionTables()
        if series_id == "joiners_non_uk_share":
            content = JoinerTable(month, is_workbook=False)
        yield Release(PUBLICATION, published_on, f"{series_id}.csv", content)
