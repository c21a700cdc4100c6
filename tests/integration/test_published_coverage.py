"""Who reported, on the published files, and what the growth of a total owes to it."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import duckdb
import pytest

from orchestration.home import Home
from tests.integration.test_published_checks import checks, edition
from tests.published import PUBLISHED, needs_published_files

pytestmark = [needs_published_files, pytest.mark.published]

DIRECT_PATIENT_CARE = "Other Direct Patient Care staff"
QUARTERS = ["2020-03", "2020-06", "2020-09", "2020-12", "2021-03", "2021-06", "2021-09", "2021-12"]
FIRST_NETWORKS, LAST_NETWORKS, NETWORKS_OF_ALL_QUARTERS = 188, 1029, 1046


def staff_by_network(path: Path) -> dict[str, float]:
    """Full-time equivalents of direct patient care of each network in a file; 0 without any."""
    staff: dict[str, float] = defaultdict(float)
    with path.open(encoding="cp1252", newline="") as file:
        for row in csv.DictReader(file):
            is_counted = row["STAFF_GROUP"] == DIRECT_PATIENT_CARE
            staff[row["PCN_CODE"]] += float(row["FTE"]) if is_counted else 0.0
    return dict(staff)


@pytest.fixture(scope="module")
def quarters() -> list[dict[str, float]]:
    """Each quarter's networks, read from the files without the warehouse."""
    found = sorted((PUBLISHED / "pcn_workforce").glob("*.csv"))
    assert len(found) == len(QUARTERS)
    return [staff_by_network(path) for path in found]


@pytest.fixture
def analyst(published_home: Home) -> Iterator[duckdb.DuckDBPyConnection]:
    with edition(published_home) as connection:
        yield connection


def test_as_many_networks_report_as_the_checks_count(analyst: duckdb.DuckDBPyConnection) -> None:
    counted = [
        int(re.findall(r"PCNs=(\d+)", check.values[0]["recomputed_value"])[0])
        for check in checks("pcn_")
    ]
    assert sorted(counted)[0] == FIRST_NETWORKS
    assert sorted(counted)[-1] == LAST_NETWORKS
    found = analyst.execute(
        """
        select
            summary.reporting_count,
            count(*) filter (
                coverage_status in ('complete', 'provisional', 'new', 'suppressed')
            )
        from marts.coverage_summary as summary
        inner join marts.coverage using (publication_id, definition_id, period_end)
        where measure_id = 'pcn_direct_patient_care_fte' and reporting_count > 0
        group by all
        order by all
        """
    ).fetchall()
    assert found == [(networks, networks) for networks in sorted(counted)]


def test_networks_of_all_quarters_are_neither_count(
    analyst: duckdb.DuckDBPyConnection, quarters: list[dict[str, float]]
) -> None:
    networks = analyst.execute(
        """
        select count(distinct organisation_code) from marts.coverage
        where publication_id = 'pcn_workforce' and first_received_on is not null
        """
    ).fetchone()
    assert networks == (NETWORKS_OF_ALL_QUARTERS,)
    assert len(set().union(*quarters)) == NETWORKS_OF_ALL_QUARTERS


def test_growth_of_networks_is_split_by_who_reported(
    analyst: duckdb.DuckDBPyConnection, quarters: list[dict[str, float]]
) -> None:
    found = analyst.execute(
        """
        select
            expected_count, received_count, missing_count, new_count, closed_count,
            started_count, england_change, compared_change, started_change, stopped_change,
            hidden_change, other_change
        from marts.coverage_summary
        where measure_id = 'pcn_direct_patient_care_fte' and previous_period_end is not null
        order by period_end
        """
    ).fetchall()
    seen = [set().union(*quarters[max(0, number - 4) : number]) for number in range(1, 8)]
    assert len(found) == len(seen)
    for row, before_now, known in zip(found, pairwise(quarters), seen, strict=True):
        before, now = before_now
        both, started, stopped = (
            before.keys() & now.keys(),
            now.keys() - before.keys(),
            (before.keys() - now.keys()),
        )
        assert row[:6] == (
            len(known),
            len(known & now.keys()),
            len(known - now.keys()),
            len(now.keys() - known),
            0,
            len(started),
        )
        assert row[6:] == pytest.approx(
            (
                sum(now.values()) - sum(before.values()),
                sum(now[one] - before[one] for one in both),
                sum(now[one] for one in started),
                -sum(before[one] for one in stopped),
                0,
                0,
            ),
            abs=1e-6,
        )


def test_early_growth_is_coverage(analyst: duckdb.DuckDBPyConnection) -> None:
    shares = analyst.execute(
        """
        select round(100 * (started_change + stopped_change) / england_change)
        from marts.coverage_summary
        where measure_id = 'pcn_direct_patient_care_fte' and previous_period_end is not null
        order by period_end
        """
    ).fetchall()
    # From mid 2020 on half and more of the growth is staff; of the first quarter's, a seventh was.
    assert [share for (share,) in shares] == [86, 59, 37, 32, 28, 33, 21]


def test_a_trust_that_merged_is_closed_and_takes_nothing_from_the_total(
    analyst: duckdb.DuckDBPyConnection,
) -> None:
    """Yeovil (RA4) went into Somerset (RH5) on 1 April 2023; its last month is in Somerset's."""
    status = analyst.execute(
        """
        select coverage_status, is_expected, expectation_basis from marts.coverage
        where organisation_code = 'RA4' and definition_id = 'nhs_trusts_benchmarking'
            and period_end = date '2023-03-31'
        """
    ).fetchall()
    change = analyst.execute(
        """
        select stopped_count, missing_count, compared_change = england_change
        from marts.coverage_summary
        where measure_id = 'sickness_fte_days_available'
            and definition_id = 'nhs_trusts_benchmarking' and period_end = date '2023-03-31'
        """
    ).fetchall()
    assert status == [("closed", False, "reported_before")]
    assert change == [(0, 0, True)]
