"""Evidence of delivery: a register that grows, corrects one piece and takes another back."""

from __future__ import annotations

from collections.abc import Iterator

from orchestration.sample.csv_file import CsvFile
from orchestration.sample.release import Release
from orchestration.sample.releases.queries import query
from orchestration.sample.world import World


def releases(world: World) -> Iterator[Release]:
    """All files of the publication."""
    days = world.rows("select distinct released_on from evidence_pieces order by released_on")
    for (released_on,) in days:
        yield Release(
            "delivery_evidence",
            released_on,
            f"Evidence of delivery, {released_on:%B %Y}.csv",
            CsvFile(query("delivery_evidence"), {"released_on": released_on}),
        )
