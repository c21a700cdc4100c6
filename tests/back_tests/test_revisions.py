"""What publishers are known to have revised is a revision, of its kind and with its reason."""

from __future__ import annotations

from datetime import date

import duckdb
import pytest

from orchestration.home import Home

SICKNESS = ("sickness_absence_rate_trusts", "all_organisations")
SURVEY = "nss_weighted"
# Measure, definition, end of period; first and revised value; day, kind and event of the revision.
KNOWN = [
    *(
        (
            *SICKNESS,
            period_end,
            first,
            revised,
            date(2025, 10, 31),
            "routine",
            "sick_2021_22_revised",
        )
        for period_end, first, revised in (
            (date(2021, 10, 31), 5.66, 5.68),
            (date(2021, 11, 30), 5.59, 5.61),
            (date(2021, 12, 31), 6.17, 6.20),
            (date(2022, 1, 31), 6.69, 6.72),
            (date(2022, 2, 28), 5.61, 5.63),
        )
    ),
    (
        *("discrimination_from_patients_public", SURVEY, date(2023, 11, 30), 8.48, 8.60),
        *(date(2025, 3, 13), "rebasing", "nss_annual_reweight"),
    ),
    # The first release of 2023 did not stand; what stands is known for some measures alone.
    *(
        (
            *(measure_id, SURVEY, date(2023, 11, 30), first, None),
            *(date(2025, 3, 13), "correction", "nss_2023_q13_q14_correction"),
        )
        for measure_id, first in (
            ("hba_from_managers", 10.17),
            ("hba_from_other_colleagues", 18.09),
            ("hba_from_patients_public", 25.78),
        )
    ),
    (
        *("hcw_flu_uptake_pct", "frontline_hcw", date(2023, 2, 28), 49.4, 49.9),
        *(date(2024, 5, 23), "routine", "flu_restated"),
    ),
    (
        *("gp_fte_fully_qualified", "fully_qualified", date(2015, 9, 30), 29403, 29365),
        *(date(2025, 1, 30), "method", "gp_method_2022_02"),
    ),
]


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: f"{known[0]}-{known[2]}")
def test_a_known_revision_is_one(
    known: tuple[str, str, date, float, float | None, date, str, str], back_test_home: Home
) -> None:
    measure_id, definition_id, period_end, *values, day, kind, event = known
    with duckdb.connect(str(back_test_home.warehouse), read_only=True) as warehouse:
        found = warehouse.execute(
            """
            select
                round(value_at_first, $decimals), round(value, $decimals),
                revision_kind, discontinuity_id
            from marts.revisions
            where
                measure_id = $measure_id and definition_id = $definition_id
                and period_end = $period_end and published_on = $day
                and geography_level = 'england' and breakdown_type = 'all'
                and period_type <> 'financial_quarter'
            """,
            {
                "measure_id": measure_id,
                "definition_id": definition_id,
                "period_end": period_end,
                "day": day,
                # Flu uptake is printed to one decimal.
                "decimals": 1 if measure_id == "hcw_flu_uptake_pct" else 2,
            },
        ).fetchall()
    assert found == [(*values, kind, event)]


def test_people_counted_anew_are_a_correction(back_test_home: Home) -> None:
    """298 very senior managers became 290, of fewer in all: the share is the same when printed."""
    with duckdb.connect(str(back_test_home.warehouse), read_only=True) as warehouse:
        found = warehouse.execute(
            """
            select round(former_value, 1), round(value, 1), revision_kind, discontinuity_id
            from marts.revisions
            where
                definition_id = 'wres_vsm' and geography_level = 'england'
                and breakdown_type = 'all' and period_end = date '2021-03-31'
                and former_published_on = date '2022-04-30'
            """
        ).fetchall()
    assert found == [(9.2, 9.2, "correction", "wres_2021_restated")]


def test_what_is_printed_again_is_no_revision(back_test_home: Home) -> None:
    with duckdb.connect(str(back_test_home.warehouse), read_only=True) as warehouse:
        found = warehouse.execute(
            """
            select count(*) from marts.revisions
            where value = former_value or (value is null and former_availability_status
                = availability_status)
            """
        ).fetchone()
    assert found == (0,)


def test_a_month_that_a_new_method_leaves_out_is_withdrawn(back_test_home: Home) -> None:
    """28,096 of March 2021 were printed before the series was computed anew without the month."""
    with duckdb.connect(str(back_test_home.warehouse), read_only=True) as warehouse:
        found = warehouse.execute(
            """
            select former_value, value, availability_status, revision_kind, discontinuity_id
            from marts.revisions
            where
                measure_id = 'gp_fte_fully_qualified' and definition_id = 'fully_qualified'
                and geography_level = 'england' and breakdown_type = 'all'
                and period_end = date '2021-03-31' and published_on = date '2025-01-30'
            """
        ).fetchall()
    assert found == [(28096, None, "withdrawn", "withdrawal", "gp_method_2022_02")]
