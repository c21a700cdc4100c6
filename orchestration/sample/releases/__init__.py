"""What each publication of the invented world releases, one module a publication."""

from __future__ import annotations

from collections.abc import Iterator

from orchestration.sample.release import Release
from orchestration.sample.releases import (
    ahsn_tracker,
    apprenticeships,
    covid_sitrep,
    delivery_evidence,
    eroster_loa,
    gp_workforce,
    hcw_flu_uptake,
    hee_cpd,
    hee_cpep,
    nhs_volunteering,
    nhse_finance,
    nhsei_bbs,
    nhsei_covid_workforce_returns,
    nqps,
    nss,
    nss_benchmark,
    nurses_50k,
    ods,
    pcn_workforce,
    people_pulse,
    primary_care_workforce_quarterly,
    reasons_for_leaving,
    sickness_absence,
    workforce_equality,
    workforce_stats,
    workforce_turnover,
    workforce_turnover_nationality,
    wres,
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
    reasons_for_leaving,
    workforce_stats,
    nurses_50k,
    hcw_flu_uptake,
    wres,
    nhse_finance,
    ahsn_tracker,
    nss_benchmark,
    nqps,
    gp_workforce,
    primary_care_workforce_quarterly,
    nhsei_bbs,
    eroster_loa,
    covid_sitrep,
    people_pulse,
    delivery_evidence,
    apprenticeships,
    nhsei_covid_workforce_returns,
    hee_cpd,
    hee_cpep,
    nhs_volunteering,
)


def all_releases(world: World) -> Iterator[Release]:
    """Every file of every publication."""
    for publication in PUBLICATIONS:
        yield from publication.releases(world)
