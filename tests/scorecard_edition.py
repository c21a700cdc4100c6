"""A home whose edition holds a scorecard of a few measures, made by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from orchestration.edition import publish
from orchestration.home import Home
from tests.small_build import small_home

NOON = datetime(2024, 11, 28, 12, tzinfo=UTC)
# What every row has unless it says otherwise.
USUAL = {
    "chapter_id": "looking_after_our_people",
    "chapter_name": "Looking after our people",
    "unit": "percent",
    "availability_status": "observed",
    "is_seasonal": False,
    "is_synthetic": False,
    "file_id": "aa",
    "freshness_status": "on_time",
    "awaited_by": "2025-01-02",
    "status_on": "2024-11-28",
}
BELONGING = {"chapter_id": "belonging_in_the_nhs", "chapter_name": "Belonging in the NHS"}
ROWS: tuple[Mapping[str, object], ...] = (
    {
        "measure_id": "sickness",
        "annex_label": "3",
        "annex_row_seq": 2,
        "measure_seq": 1,
        "measure_name": "Sickness absence rate, NHS trusts",
        "period_label": "July 2024",
        "value": 5.1536,
        "is_seasonal": True,
        "direction": "rising",
        "change": 0.2,
        "previous_value": 4.95,
        "year_before_value": 4.9,
        "year_on_year_change": 0.25,
        "year_on_year_direction": "deteriorating",
        "change_in_words": "up 0.3 points on July 2023, worse",
        "data_quality_note": "provisional; derived here",
        "spc_mean": 5.0,
        "spc_lower_limit": 4.2,
        "spc_upper_limit": 5.8,
        "spc_limits_are_trial": True,
        "spc_variation": "common_cause",
        "spc_assurance": "inconsistent",
        "target_value": 4.0,
        "interval_lower": 5.1,
        "interval_upper": 5.2,
        "received_count": 214,
        "expected_count": 214,
        "freshness_status": "late",
        "awaited_by": "2024-10-31",
    },
    {
        "measure_id": "vaccinated",
        "annex_label": "5",
        "annex_row_seq": 4,
        "measure_seq": 1,
        "measure_name": "Frontline healthcare workers vaccinated in the season",
        "period_label": "2023/24 season",
        "unit": "count_people",
        "value": 414103.0,
        "year_before_value": 510071.0,
        "year_on_year_change": -95968.0,
        "year_on_year_direction": "deteriorating",
        "change_in_words": "down 95,968 on the 2022/23 season, worse",
        "data_quality_note": "210 of 214 reported",
        "received_count": 210,
        "expected_count": 214,
        "interval_lower": 400000.0,
        "interval_upper": 420000.0,
        "freshness_status": "due",
        "awaited_by": "2024-12-05",
    },
    {
        "measure_id": "leavers",
        "annex_label": "8",
        "annex_row_seq": 7,
        "measure_seq": 1,
        "measure_name": "Leaver rate, official statistic (headcount leaving active service)",
        "period_label": "year to June 2024",
        "value": 10.387,
        "year_before_value": 11.6,
        "year_on_year_change": -1.2,
        "year_on_year_direction": "improving",
        "change_in_words": "down 1.2 points on the year to June 2023, better",
    },
    {
        **BELONGING,
        "measure_id": "bme_leaders",
        "annex_label": "9",
        "annex_row_seq": 8,
        "measure_seq": 1,
        "measure_name": "BME share of senior leadership roles",
        "period_label": "31 March 2022",
        "value": 9.25,
        "previous_value": 7.71,
        "change": 1.54,
        "direction": "improving",
        "disparity_ratio": 0.3617,
        "change_in_words": "up 1.5 points on 31 March 2021, nearer parity",
        "freshness_status": "discontinued",
        "awaited_by": None,
    },
    {
        **BELONGING,
        "measure_id": "by_managers",
        "annex_label": "10",
        "annex_row_seq": 9,
        "measure_seq": 2,
        "measure_name": "Discrimination from manager or team leader",
        "availability_status": "not_separately_published",
        "availability_note": 'Part of a joint measure only: see "Discrimination from manager, team '
        'leader or other colleagues".',
        "file_id": None,
        "freshness_status": "no_deadline",
        "awaited_by": None,
    },
    {
        "measure_id": "pulse",
        "annex_label": "24",
        "annex_row_seq": 26,
        "measure_seq": 1,
        "measure_name": "Colleagues feeling informed",
        "is_seasonal": True,
        "period_label": "1 June 2021 to 30 June 2021",
        "value": 69.7,
        "previous_value": 60.0,
        "change": 9.7,
        "direction": "rising",
        "change_in_words": "no figure of a year before to compare with",
        "freshness_status": "late",
        "awaited_by": "2021-08-31",
    },
)


def scorecard_home(root: Path, **everywhere: object) -> Home:
    """A home with an edition of `ROWS`, each with what is `everywhere` instead of its own."""
    home = small_home(root, (4.76, "observed", bool(everywhere.get("is_synthetic")), "aa"))
    with duckdb.connect(str(home.warehouse)) as connection:
        connection.execute("delete from marts.scorecard")
        for row in ROWS:
            columns = {**USUAL, **row, **everywhere}
            given = ", ".join(f"${name} as {name}" for name in columns)
            connection.execute(f"insert into marts.scorecard by name select {given}", columns)
    publish(home, run_id="run-1", now=NOON)
    return home
