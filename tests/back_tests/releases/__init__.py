"""What each publication printed, in its own layout, one module a publication.

Where the sample's own module prints whatever its world holds, it prints the known world as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from orchestration.sample.release import Release
from orchestration.sample.releases import (
    hcw_flu_uptake,
    hee_cpd,
    hee_cpep,
    nhsei_covid_workforce_returns,
    ods,
    wres,
)
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
    sickness_absence,
    workforce_equality,
    workforce_turnover,
    workforce_turnover_nationality,
)

PUBLICATIONS = (
    ods,
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
    nhsei_covid_workforce_returns,
    hee_cpep,
    hee_cpd,
)


def all_releases(world: World) -> Iterator[Release]:
    """Every file of every publication."""
    for publication in PUBLICATIONS:
        yield from publication.releases(world)
