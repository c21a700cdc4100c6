"""Where the sample's metrics stand on one day: by hand, in the edition, and in the terminal."""

from __future__ import annotations

from datetime import date

import duckdb

from orchestration.home import Home
from tests.conftest import people_plan

DAY = date(2024, 12, 25)
# By hand, from the newest period of each metric in the sample and its publication's usual lag.
BY_HAND = {
    "1": ("on_time", None),
    "3": ("due", None),
    "4": ("discontinued", None),
    "5": ("on_time", None),
    "6": ("on_time", None),
    "7": ("due", None),
    "8": ("due", None),
    "9": ("late", 263),
    "10": ("on_time", None),
    "11": ("on_time", None),
    "12": ("late", 1212),
    "13(i)": ("late", 52),
    "13(ii)": ("late", 52),
    "14(i)": ("no_deadline", None),
    "14(ii)": ("on_time", None),
    "15": ("late", 390),
    "16": ("late", 71),
    "17": ("late", 128),
    "18": ("late", 52),
    "19": ("no_deadline", None),
    "20": ("on_time", None),
    "21": ("on_time", None),
    "22(i)": ("discontinued", None),
    "22(ii)": ("due", None),
    "23": ("late", 55),
    "24": ("late", 1212),
    "25": ("late", 1059),
}


def test_every_metric_stands_as_worked_out_by_hand(sample_home: Home) -> None:
    with duckdb.connect(str(sample_home.edition), read_only=True) as connection:
        rows = connection.execute(
            "select annex_label, freshness_status, days_late from marts.freshness_on($day) "
            "where freshness_level = 'metric'",
            {"day": DAY},
        ).fetchall()
    assert {label: (status, days) for label, status, days in rows} == BY_HAND


def test_the_mart_is_the_macro_on_the_day_of_the_build(sample_home: Home) -> None:
    with duckdb.connect(str(sample_home.edition), read_only=True) as connection:
        different = connection.execute(
            """
            with of_the_day as (
                from marts.freshness_on((select max(status_on) from marts.freshness))
            )
            (from marts.freshness except all from of_the_day)
            union all
            (from of_the_day except all from marts.freshness)
            """
        ).fetchall()
    assert different == []


def test_status_says_what_is_due_and_whom_to_ask(sample_home: Home) -> None:
    answer = people_plan(sample_home.root, "status", PEOPLE_PLAN_NOW=DAY.isoformat(), COLUMNS="80")
    assert answer.returncode == 0, answer.stderr
    assert [line for line in answer.stdout.splitlines() if len(line) > 80] == []
    said = " ".join(answer.stdout.split())
    for words in ("due by 3 Jan 2025: ask", "late by 52 days: ask", "no deadline", "discontinued"):
        assert words in said


def test_a_moment_that_is_none_is_wrong_usage(sample_home: Home) -> None:
    answer = people_plan(sample_home.root, "status", PEOPLE_PLAN_NOW="tomorrow")
    assert answer.returncode == 1
    assert "PEOPLE_PLAN_NOW is 'tomorrow', which is no moment." in answer.stderr
