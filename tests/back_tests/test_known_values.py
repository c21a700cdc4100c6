"""Every figure that was printed comes out as printed, in the release that printed it."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from decimal import Decimal

import duckdb
import pytest

from orchestration.back_tests import PAGE, render
from orchestration.dbt.project import SEEDS_DIR
from orchestration.home import Home
from tests.back_tests.comparison import BackTest, reasons_not_compared
from tests.back_tests.page import lines

with (SEEDS_DIR / "known_values.csv").open(encoding="utf-8", newline="") as seed:
    KNOWN = {
        row["known_value_id"]: row for row in csv.DictReader(seed) if row["is_back_test"] == "true"
    }
COMPARED = sorted(KNOWN.keys() - reasons_not_compared().keys())


@pytest.mark.parametrize("known_value_id", COMPARED)
def test_printed_figure_is_computed(known_value_id: str, compared: dict[str, BackTest]) -> None:
    test = compared[known_value_id]
    assert test.values, (
        f"{test.subject}, {test.period_start} to {test.period_end}: {test.printed} was printed in "
        f"the release of {test.published_on}; the warehouse holds nothing for it in that release"
    )
    assert test.agrees, (
        f"{test.subject}, {test.period_start} to {test.period_end}: {test.printed} was printed in "
        f"the release of {test.published_on}; {test.computed_from} gives {sorted(test.values)}"
    )


def test_every_back_test_is_compared_or_says_why_not(compared: dict[str, BackTest]) -> None:
    assert list(compared) == sorted(KNOWN)
    reasons = reasons_not_compared()
    assert reasons.keys() <= KNOWN.keys()
    assert all(reasons.values())
    # Whatever can be compared is: a reason must not outlive the gap that it explains.
    assert [name for name in reasons if compared[name].values] == []


def test_terms_are_as_printed_where_both_were(back_test_home: Home) -> None:
    with duckdb.connect(str(back_test_home.warehouse), read_only=True) as warehouse:
        differing = warehouse.execute(
            """
            with known as (
                select * from reference.known_values
                where is_back_test and measure_id is not null and denominator is not null
            )
            select known_value_id, known.numerator, known.denominator, history.numerator
            from known
            left join marts.metric_history as history
                on known.measure_id = history.measure_id
                and known.definition_id = history.definition_id
                and known.period_end = history.period_end
                and known.published_on = history.published_on
                and history.geography_level = 'england'
                and history.breakdown_type = 'all'
                and (
                    known.period_start = history.period_start
                    or history.period_type = 'snapshot_date'
                )
            where (known.numerator, known.denominator)
                is distinct from (history.numerator, history.denominator)
            """
        ).fetchall()
        known = warehouse.execute(
            "select count(*) from reference.known_values"
            " where is_back_test and measure_id is not null and denominator is not null"
        ).fetchall()
    assert differing == []
    assert known[0][0] >= 15


@pytest.mark.parametrize(
    ("measure_id", "definition_id", "period_end", "expected"),
    [
        (
            "sickness_absence_rate_trusts",
            "all_organisations",
            date(2021, 10, 31),
            {date(2022, 7, 31): 5.66, date(2025, 10, 31): 5.68},
        ),
        (
            "hcw_flu_uptake_pct",
            "frontline_hcw",
            date(2023, 2, 28),
            {date(2023, 6, 22): 49.4, date(2024, 5, 23): 49.9},
        ),
        (
            "discrimination_from_patients_public",
            "nss_weighted",
            date(2023, 11, 30),
            {date(2024, 3, 7): 8.48, date(2025, 3, 13): 8.6},
        ),
        (
            "gp_fte_fully_qualified",
            "fully_qualified",
            date(2015, 9, 30),
            {date(2021, 5, 6): 29403, date(2025, 1, 30): 29365},
        ),
    ],
)
def test_releases_stand_side_by_side(
    measure_id: str,
    definition_id: str,
    period_end: date,
    expected: dict[date, float],
    back_test_home: Home,
) -> None:
    with duckdb.connect(str(back_test_home.warehouse), read_only=True) as warehouse:
        vintages = warehouse.execute(
            """
            select published_on, value, vintage_number, superseded_on, is_current
            from marts.metric_history
            where
                measure_id = $measure_id and definition_id = $definition_id
                and period_end = $period_end and geography_level = 'england'
                and breakdown_type = 'all' and period_type <> 'financial_quarter'
            order by vintage_number
            """,
            {"measure_id": measure_id, "definition_id": definition_id, "period_end": period_end},
        ).fetchall()
    # Flu uptake is printed to one decimal.
    decimals = 1 if measure_id == "hcw_flu_uptake_pct" else 2
    values = {day: round(value, decimals) for day, value, *_ in vintages}
    assert {day: values.get(day) for day in expected} == expected
    days = [day for day, *_ in vintages]
    assert days == sorted(set(days))
    assert [until for *_, until, _ in vintages] == [*days[1:], None]
    assert [current for *_, current in vintages] == [day == days[-1] for day in days]


def test_restated_people_are_not_mixed(back_test_home: Home) -> None:
    with duckdb.connect(str(back_test_home.warehouse), read_only=True) as warehouse:
        people = warehouse.execute(
            """
            select published_on, numerator, round(value, 1) from marts.metric_history
            where
                definition_id = 'wres_vsm' and geography_level = 'england'
                and breakdown_type = 'all' and period_end = date '2021-03-31'
                and published_on >= date '2022-01-01'
            order by published_on
            """
        ).fetchall()
    assert people == [(date(2022, 4, 30), 298.0, 9.2), (date(2023, 2, 28), 290.0, 9.2)]


def test_every_row_says_that_it_is_made_up(back_test_home: Home) -> None:
    with duckdb.connect(str(back_test_home.warehouse), read_only=True) as warehouse:
        real = warehouse.execute(
            "select distinct measure_id from marts.metric_history where not is_synthetic"
        ).fetchall()
    assert real == []


@pytest.mark.parametrize(
    ("value", "printed", "computed"),
    [
        (4.765, "4.77", "4.77"),
        (4.7649999, "4.76", "4.76"),
        (12.45, "12.5", "12.5"),
        (-1417.5, "-1418", "-1418"),
        (100 * 0.0566, "5.66", "5.66"),
        (2589000000.0, "2589000000", "2589000000"),
    ],
)
def test_rounding_is_half_up_to_the_decimals_printed(
    value: float, printed: str, computed: str, compared: dict[str, BackTest]
) -> None:
    test = replace(compared[COMPARED[0]], printed=Decimal(printed), values=frozenset([value]))
    assert test.computed == Decimal(computed)
    assert test.agrees
    assert not replace(test, values=frozenset([value, value + 1])).agrees
    assert not replace(test, values=frozenset()).agrees


def test_the_page_is_current(compared: dict[str, BackTest]) -> None:
    assert PAGE.read_text("utf-8") == render(lines(list(compared.values()))), (
        "run `make back-tests`"
    )
