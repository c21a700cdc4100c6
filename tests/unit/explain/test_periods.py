"""A period answers to every name that people give it, and to no other's."""

from __future__ import annotations

from datetime import date

import pytest

from orchestration.explain.periods import names_of

MONTH = ("calendar_month", date(2024, 4, 1), date(2024, 4, 30), "April 2024")
QUARTER = ("financial_quarter", date(2025, 1, 1), date(2025, 3, 31), "Q4 2024/25")
YEAR = ("rolling_12_months", date(2023, 4, 1), date(2024, 3, 31), "year to March 2024")
SURVEY = ("survey_year", date(2023, 9, 1), date(2023, 11, 30), "2023 survey")
SEASON = ("flu_season", date(2022, 9, 1), date(2023, 2, 28), "2022/23 season")
PERIODS = (MONTH, QUARTER, YEAR, SURVEY, SEASON)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("2024-04", MONTH),
        ("2024-04-30", MONTH),
        ("april 2024", MONTH),
        ("apr 2024", MONTH),
        ("q4 2024/25", QUARTER),
        ("2024-25 q4", QUARTER),
        ("2024 q4", QUARTER),
        ("2023/24", YEAR),
        ("year to march 2024", YEAR),
        ("2023", SURVEY),
        ("2023 survey", SURVEY),
        ("2022/23", SEASON),
        ("2022-23", SEASON),
    ],
)
def test_a_name_means_one_period(name: str, meant: tuple[str, date, date, str]) -> None:
    keys = ("period_type", "period_start", "period_end", "period_label")
    found = [one for one in PERIODS if name in names_of(dict(zip(keys, one, strict=True)))]
    assert found == [meant]
