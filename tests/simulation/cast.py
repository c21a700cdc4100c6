"""Who plays: nine publications of the real calendar, the metric each carries, how each behaves."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Player:
    """A publication under its real id, and so with its real calendar.

    `restates` says that each release gives the whole series again, so that what it lacks is
    withdrawn. `is_fetched` releases are on a publisher's page, for the schedule to find.
    """

    publication_id: str
    metric_id: str | None
    restates: bool = False
    is_fetched: bool = False

    @property
    def raw_table(self) -> str:
        """Its one raw table."""
        return f"{self.publication_id}__figures"


CAST = (
    Player("gp_workforce", "additional_primary_care_doctors", is_fetched=True),
    Player("hcw_flu_uptake", "staff_flu_vaccinated", is_fetched=True),
    Player("hee_cpd", "cpd_funding_released"),
    Player("nhsei_bbs", "returners_deployed_frontline"),
    Player("nqps", None),
    Player("nss", "harassment_bullying_abuse_at_work", restates=True),
    Player("people_pulse", "pulse_staff_sentiment"),
    Player("sickness_absence", "sickness_absence_rate"),
)
BY_ID = {one.publication_id: one for one in CAST}
METRICS = {one.metric_id: one for one in CAST if one.metric_id}
