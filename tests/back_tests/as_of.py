"""Content that is written from what the known world says of one release."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from orchestration.sample.release import Content
from orchestration.sample.world import World


@dataclass(frozen=True)
class AsOf:
    """The content, written with the world's views set to what came out on `published_on`."""

    published_on: date
    content: Content

    def write(self, world: World, path: Path) -> int:
        """Writes the file and returns what the content returns."""
        world.connection.execute(
            "set variable published_on = $published_on", {"published_on": self.published_on}
        )
        return self.content.write(world, path)


def release_days(world: World, publication_id: str) -> list[date]:
    """The days on which figures of a publication came out."""
    return [
        day
        for (day,) in world.rows(
            "select distinct published_on from known where publication_id = $publication_id"
            " order by published_on",
            {"publication_id": publication_id},
        )
    ]
