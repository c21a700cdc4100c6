"""What each publication of the invented world releases, one module a publication."""

from __future__ import annotations

from collections.abc import Iterator

from orchestration.sample.release import Release
from orchestration.sample.releases import (
    hee_cpd,
    hee_cpep,
    nhs_volunteering,
    nhsei_covid_workforce_returns,
    nss,
    ods,
    pcn_workforce,
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
    nhsei_covid_workforce_returns,
    hee_cpd,
    hee_cpep,
    nhs_volunteering,
)


def all_releases(world: World) -> Iterator[Release]:
    """Every file of every publication."""
    for publication in PUBLICATIONS:
        yield from publication.releases(world)
