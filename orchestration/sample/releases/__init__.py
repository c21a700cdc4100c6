"""What each publication of the invented world releases, one module a publication."""

from __future__ import annotations

from collections.abc import Iterator

from orchestration.sample.release import Release
from orchestration.sample.releases import (
    gp_workforce,
    nss,
    ods,
    pcn_workforce,
    primary_care_workforce_quarterly,
    sickness_absence,
    workforce_equality,
    workforce_turnover,
    workforce_turnover_nationality,
)
from orchestration.sample.world import World

PUBLICATIONS = (
    ods,
    sickness_absence,
    workforce_turnover,
    workforce_turnover_nationality,
    workforce_equality,
    pcn_workforce,
    nss,
    gp_workforce,
    primary_care_workforce_quarterly,
)


def all_releases(world: World) -> Iterator[Release]:
    """Every file of every publication."""
    for publication in PUBLICATIONS:
        yield from publication.releases(world)
