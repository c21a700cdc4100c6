"""Back tests: every row of the published files' checks.csv, had back from the warehouse by SQL."""

from __future__ import annotations

import ast
import calendar
import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import duckdb
import pytest

from orchestration.home import Home
from tests.published import PUBLISHED, needs_published_files

pytestmark = [needs_published_files, pytest.mark.published]

CHECKS = PUBLISHED / "checks.csv"
MONTHS = [name.lower() for name in calendar.month_name]


def checks(prefix: str) -> list[Any]:
    """The rows of checks.csv whose id starts with the prefix, as test parameters."""
    if not CHECKS.exists():
        return []
    with CHECKS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["check_id"].startswith(prefix)]
    return [pytest.param(row, id=row["check_id"]) for row in rows]


def numbers(text: str) -> list[float]:
    """Every number of a text, in order; a month such as Mar21 gives none."""
    return [float(found) for found in re.findall(r"(?<![A-Za-z\d])-?\d+(?:\.\d+)?", text)]


@contextmanager
def warehouse(home: Home) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(home.warehouse), read_only=True) as connection:
        yield connection


@contextmanager
def edition(home: Home) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(home.edition), read_only=True) as connection:
        yield connection


def test_every_check_has_a_back_test() -> None:
    prefixes = (
        "sickness_rates_",
        "sickness_bench_",
        "pcn_",
        "turnover_",
        "nationality_",
        "ethnicity_vsm",
        "sickness_revision",
    )
    with CHECKS.open(encoding="utf-8", newline="") as file:
        ids = [row["check_id"] for row in csv.DictReader(file)]
    assert ids
    assert [one for one in ids if not one.startswith(prefixes)] == []


@pytest.mark.parametrize("check", checks("sickness_rates_"))
def test_england_sickness_rate(check: dict[str, str], published_home: Home) -> None:
    year, month = check["check_id"].removeprefix("sickness_rates_").split("-")
    rate, lost, available = numbers(check["recomputed_value"])
    with edition(published_home) as connection:
        found = connection.execute(
            """
            select round(value, 2), round(numerator), round(denominator)
            from marts.looking_after_our_people
            where measure_id = 'sickness_absence_rate_trusts'
                and definition_id = 'all_organisations'
                and period_type = 'calendar_month'
                and geography_level = 'england'
                and breakdown_type = 'all'
                and period_start = make_date($year, $month, 1)
            """,
            {"year": int(year), "month": int(month)},
        ).fetchall()
    assert found == [(rate, lost, available)]
    assert found[0][0] == float(check["published_value"])


def test_annex_a_sickness_rate_of_the_210_trusts(published_home: Home) -> None:
    with edition(published_home) as connection:
        rates = connection.execute(
            """
            select round(value, 2)
            from marts.looking_after_our_people
            where measure_id = 'sickness_absence_rate_trusts'
                and is_default_definition
                and period_type = 'calendar_month'
                and geography_level = 'england'
                and breakdown_type = 'all'
                and period_start between date '2024-04-01' and date '2024-09-01'
            order by period_start
            """
        ).fetchall()
        trusts = connection.execute(
            """
            select distinct count(distinct organisation_code)
            from marts.looking_after_our_people
            where measure_id = 'sickness_absence_rate_trusts'
                and definition_id = 'nhs_trusts'
                and period_type = 'calendar_month'
                and geography_level = 'organisation'
                and breakdown_type = 'all'
                and period_start between date '2024-04-01' and date '2024-09-01'
            group by period_start
            """
        ).fetchall()
    assert [rate for (rate,) in rates] == [4.84, 4.79, 4.95, 5.27, 4.87, 5.03]
    assert trusts == [(210,)]


def test_a_quarter_is_days_over_days_of_its_months(published_home: Home) -> None:
    with edition(published_home) as connection:
        rates = connection.execute(
            """
            select period_label, round(value, 2)
            from marts.looking_after_our_people
            where measure_id = 'sickness_absence_rate_trusts'
                and definition_id = 'all_organisations'
                and period_type = 'financial_quarter'
                and geography_level = 'england'
                and period_start between date '2024-04-01' and date '2024-07-01'
            order by period_start
            """
        ).fetchall()
    days = [numbers(check.values[0]["recomputed_value"])[1:] for check in checks("sickness_rates_")]
    quarters = [days[:3], days[3:]]
    expected = [
        round(100 * sum(lost for lost, _ in months) / sum(had for _, had in months), 2)
        for months in quarters
    ]
    assert rates == list(zip(["Q1 2024/25", "Q2 2024/25"], expected, strict=True))


@pytest.mark.parametrize("check", checks("sickness_bench_"))
def test_benchmarking_month(check: dict[str, str], published_home: Home) -> None:
    month, year = check["check_id"].removeprefix("sickness_bench_").split("_")
    rate, lost, available, organisations, blanks, groups_lost, nurses = numbers(
        check["recomputed_value"]
    )
    with warehouse(published_home) as connection:
        found = connection.execute(
            """
            with month as (
                select * from staging.stg_sickness_absence__staff_group_months
                where period_start = make_date($year, $month, 1)
            )

            select
                round(
                    100 * sum(fte_days_lost) filter (is_total)
                    / sum(fte_days_available) filter (is_total), 2
                ),
                round(sum(fte_days_lost) filter (is_total)),
                round(sum(fte_days_available) filter (is_total)),
                count(distinct organisation_code),
                count(*) filter (
                    fte_days_lost is null and fte_days_available is null
                    and sickness_absence_rate_pct is null
                ),
                round(sum(fte_days_lost) filter (not is_total)),
                round(
                    100 * sum(fte_days_lost) filter (staff_group = 'Nurses & health visitors')
                    / sum(fte_days_available) filter (staff_group = 'Nurses & health visitors'), 2
                )
            from month
            """,
            {"year": int(year), "month": MONTHS.index(month)},
        ).fetchall()
    assert found == [(rate, lost, available, organisations, blanks, groups_lost, nurses)]
    # The rates publication counts a few occupation codes more: the difference is never above 0.01.
    assert abs(found[0][0] - float(check["published_value"])) < 0.0101


@pytest.mark.parametrize("check", checks("pcn_"))
def test_pcn_quarter(check: dict[str, str], published_home: Home) -> None:
    month, year = check["check_id"].removeprefix("pcn_").split("_")
    total, groups, counts = check["recomputed_value"].split("; ", 2)
    rows, networks = numbers(counts)
    with warehouse(published_home) as connection:
        posts = """
            select * from staging.stg_pcn_workforce__posts
            where year(period_end) = $year and month(period_end) = $month
        """
        parameters = {"year": int(year), "month": MONTHS.index(month)}
        found = connection.execute(
            f"select round(sum(fte), 3), count(*), count(distinct pcn_code) from ({posts})",
            parameters,
        ).fetchall()
        by_group = connection.execute(
            f"select staff_group, round(sum(fte), 3) from ({posts}) group by staff_group",
            parameters,
        ).fetchall()
    assert found == [(float(total), rows, networks)]
    assert dict(by_group) == pytest.approx(ast.literal_eval(groups), abs=0.0011)


@pytest.mark.parametrize("check", checks("turnover_"))
def test_turnover_sums(check: dict[str, str], published_home: Home) -> None:
    flow = check["check_id"].removeprefix("turnover_oct-25_")
    flow = {
        "denominator_at_end_of_period": "denominator_end",
        "denominator_at_start_of_period": "denominator_start",
    }.get(flow, flow)
    headcount, fte, group_headcount, group_fte = numbers(check["recomputed_value"])
    with warehouse(published_home) as connection:
        found = connection.execute(
            """
            select
                sum(headcount) filter (is_total),
                round(sum(fte) filter (is_total), 1),
                sum(headcount) filter (not is_total),
                round(sum(fte) filter (not is_total), 1)
            from staging.stg_workforce_turnover__organisation_flows
            where flow_type = $flow and period_end = date '2025-10-31'
            """,
            {"flow": flow},
        ).fetchall()
    assert found == [(headcount, fte, group_headcount, group_fte)]


@pytest.mark.parametrize("check", checks("nationality_"))
def test_nationality_stock(check: dict[str, str], published_home: Home) -> None:
    label = check["check_id"].removeprefix("nationality_")
    everyone, nurses, british, unknown, other_share = numbers(check["recomputed_value"])
    with warehouse(published_home) as connection:
        found = connection.execute(
            """
            with month as (
                select *, staff_group = 'Nurses & health visitors' as is_nurse
                from staging.stg_workforce_turnover_nationality__organisation_staff
                where period_end = last_day(strptime($label, '%Y-%b')::date)
            ),

            sums as (
                select
                    sum(fte) as everyone,
                    sum(fte) filter (is_nurse) as nurses,
                    sum(fte) filter (is_nurse and nationality = 'British') as british,
                    sum(fte) filter (is_nurse and nationality like 'Unknown%') as unknown
                from month
            )

            select
                round(everyone), round(nurses, 1), round(british, 1), round(unknown, 1),
                round(100 * (nurses - unknown - british) / (nurses - unknown), 2)
            from sums
            """,
            {"label": label},
        ).fetchall()
    assert found == [(everyone, nurses, british, unknown, other_share)]


@pytest.mark.parametrize("check", checks("ethnicity_vsm"))
def test_very_senior_managers_by_ethnicity(check: dict[str, str], published_home: Home) -> None:
    expected = [
        tuple(map(float, found))
        for found in re.findall(r"(\d+)/(\d+)=([\d.]+)%", check["recomputed_value"])
    ]
    with edition(published_home) as connection:
        found = connection.execute(
            """
            select numerator, denominator, round(value, 2)
            from marts.belonging_in_the_nhs
            where measure_id = 'senior_leaders_bme_pct'
                and definition_id = 'vsm'
                and geography_level = 'england'
                and breakdown_type = 'all'
                and period_end in (date '2021-03-31', date '2022-03-31', date '2022-06-30')
            order by period_end
            """
        ).fetchall()
    assert expected
    assert found == expected


@pytest.mark.parametrize("check", checks("sickness_revision"))
def test_first_release_of_the_winter_2021_rates(
    check: dict[str, str], published_home: Home
) -> None:
    first_release = [float(found) for found in re.findall(r"([\d.]+)->", check["recomputed_value"])]
    with edition(published_home) as connection:
        found = connection.execute(
            """
            select value
            from marts.metric_history
            where measure_id = 'sickness_absence_rate_trusts'
                and definition_id = 'all_organisations'
                and geography_level = 'england'
                and breakdown_type = 'all'
                and period_start between date '2021-10-01' and date '2022-02-01'
                and published_on = date '2022-07-28'
            order by period_start
            """
        ).fetchall()
    assert first_release
    assert [value for (value,) in found] == first_release
