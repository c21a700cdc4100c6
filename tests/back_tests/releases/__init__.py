"""What each publication printed, in its own layout, one module a publication."""

from __future__ import annotations

from collections.abc import Iterator

from orchestration.sample.release import Release
from orchestration.sample.releases import hcw_flu_uptake, wres
from orchestration.sample.world import World
from tests.back_tests.releases import (
    apprenticeships,
    gp_workforce,
    nhse_finance,
    nhsei_bbs,
    nss,
    nurses_50k,
    primary_care_workforce_quarterly,
    reasons_for_leaving,
    registers,
    returns,
    sickness_absence,
    workforce_equality,
    workforce_turnover,
    workforce_turnover_nationality,
)

# Two print the known world's tables by the sample's own modules.
PUBLICATIONS = (
    registers,
    returns,
    sickness_absence,
    workforce_turnover,
    reasons_for_leaving,
    gp_workforce,
    primary_care_workforce_quarterly,
    hcw_flu_uptake,
    nhse_finance,
    wres,
    workforce_equality,
    workforce_turnover_nationality,
    nss,
    apprenticeships,
    nhsei_bbs,
    nurses_50k,
)


def all_releases(world: World) -> Iterator[Release]:
    """Every file of every publication."""
    for publication in PUBLICATIONS:
        yield from publication.releases(world)
