"""COVID-19 risk assessments: what trusts sent for three days, and two percentages for England."""

from __future__ import annotations

from collections.abc import Iterator

from orchestration.sample.csv_file import CsvFile
from orchestration.sample.release import Release
from orchestration.sample.releases.queries import query
from orchestration.sample.world import World


def releases(world: World) -> Iterator[Release]:
    """All files of the publication."""
    for table, title in (
        ("risk_assessments", "COVID-19 risk assessments by trust"),
        ("risk_assessment_quotes", "COVID-19 risk assessments, England"),
    ):
        sendings = world.rows(f"select distinct sent_on, assessed_on from {table} order by all")
        for sent_on, assessed_on in sendings:
            yield Release(
                "nhsei_covid_workforce_returns",
                sent_on,
                f"{title}, {assessed_on:%d %B %Y}.csv",
                CsvFile(query(table), {"sent_on": sent_on}),
            )
