"""The register of trusts, by which the warehouse knows whose figures are those of trusts."""

from __future__ import annotations

from collections.abc import Iterator

from orchestration.sample.release import Release
from orchestration.sample.releases import ods
from orchestration.sample.world import World


def releases(world: World) -> Iterator[Release]:
    """All files of the publication."""
    yield from ods.releases(world)
