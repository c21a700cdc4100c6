"""General practice: a bulletin by each method that doctors were counted by."""

from __future__ import annotations

from collections.abc import Iterator

from orchestration.sample.release import Release
from orchestration.sample.releases.gp_workforce import PUBLICATION, Bulletin
from orchestration.sample.world import World


def releases(world: World) -> Iterator[Release]:
    """All files of the publication."""
    for published_on, last_month in world.rows(
        "select published_on, max(month) from general_practice_series group by all order by all"
    ):
        name = f"GPWBulletin_{last_month:%Y-%m}.xlsx"
        yield Release(PUBLICATION, published_on, name, Bulletin(published_on, last_month))
