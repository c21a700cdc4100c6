"""Every statement of the scorecard on the real files, checked against what was published."""

from __future__ import annotations

import math
import re
from itertools import pairwise
from statistics import NormalDist, fmean
from typing import Any

import duckdb
import pytest

from orchestration.home import Home
from tests.integration.test_published_checks import checks, numbers
from tests.published import needs_published_files

pytestmark = [needs_published_files, pytest.mark.published]

# What the releases print, or what follows from it by the arithmetic beside it.
FIGURES = {
    # The detailed workbooks of the 2018 staff survey, rows ALL TRUSTS; the last is 56.14 of those
    # who answered yes or no alone.
    "hba_from_managers": (12.96, "2018 survey", "no earlier figure to compare with"),
    "hba_from_other_colleagues": (18.59, "2018 survey", "no earlier figure to compare with"),
    "hba_from_patients_public": (28.32, "2018 survey", "no earlier figure to compare with"),
    "physical_violence_from_patients_public": (
        14.54, "2018 survey", "no earlier figure to compare with",
    ),
    "fair_career_progression_incl_dont_know": (
        56.14, "2018 survey", "no earlier figure to compare with",
    ),
    # 210 trusts, September 2024; a year before is not among the files.
    "sickness_absence_rate_trusts": (
        5.03, "September 2024", "no figure of a year before to compare with",
    ),
    # 189 of 2,199 very senior managers in June 2022 are 8.59 %; 178 of as many the year
    # before 8.09 %. Of all staff 25.66 % and 23.69 %: the ratio fell from 0.342 to 0.335.
    "senior_leaders_bme_pct": (
        8.59, "30 June 2022", "up 0.5 points on 30 June 2021, further from parity",
    ),
    # A break lies between the two: networks reporting rose from 758 to 1,029.
    "pcn_direct_patient_care_fte": (
        8829.50, "end of December 2021",
        "not compared with December 2020: more and more networks report",
    ),
}  # fmt: skip


def scorecard(home: Home, columns: str) -> dict[str, tuple[Any, ...]]:
    with duckdb.connect(str(home.edition), read_only=True) as edition:
        rows = edition.execute(f"select measure_id, {columns} from marts.scorecard").fetchall()
    return {measure: tuple(rest) for measure, *rest in rows}


@pytest.mark.parametrize("measure", FIGURES)
def test_figure_period_and_change(published_home: Home, measure: str) -> None:
    value, period, change = scorecard(published_home, "value, period_label, change_in_words")[
        measure
    ]
    assert (round(value, 2), period, change) == FIGURES[measure]


def test_what_has_a_value_is_what_the_files_carry(published_home: Home) -> None:
    """Nothing else: of seven publications, by the definitions that the files at hand allow."""
    found = scorecard(published_home, "value, availability_status")
    observed = {measure for measure, (value, _) in found.items() if value is not None}
    assert len(observed) == 25
    assert all(found[measure][1] != "observed" for measure in found.keys() - observed)
    assert observed >= FIGURES.keys()


def test_sickness_limits_by_hand(published_home: Home) -> None:
    """Six months: the mean, and 2.66 average moving ranges to either side, on trial."""
    with duckdb.connect(str(published_home.edition), read_only=True) as edition:
        days = edition.execute(
            """
            select numerator, denominator
            from marts.looking_after_our_people
            where measure_id = 'sickness_absence_rate_trusts' and definition_id = 'nhs_trusts'
                and geography_level = 'england' and breakdown_type = 'all'
                and period_type = 'calendar_month'
            order by period_start
            """
        ).fetchall()
    rates = [100 * lost / available for lost, available in days]
    assert [round(rate, 2) for rate in rates] == [4.84, 4.79, 4.95, 5.27, 4.87, 5.03]
    reach = 2.66 * fmean(abs(b - a) for a, b in pairwise(rates))
    mean, lower, upper, variation, is_trial, received, expected = scorecard(
        published_home,
        "spc_mean, spc_lower_limit, spc_upper_limit, spc_variation, spc_limits_are_trial, "
        "received_count, expected_count",
    )["sickness_absence_rate_trusts"]
    assert mean == pytest.approx(fmean(rates), abs=1e-9)
    assert lower == pytest.approx(fmean(rates) - reach, abs=1e-9)
    assert upper == pytest.approx(fmean(rates) + reach, abs=1e-9)
    assert (variation, is_trial) == ("common_cause", True)
    assert (received, expected) == (210, 210)


@pytest.mark.parametrize("check", checks("ethnicity_vsm"))
def test_interval_and_parity_of_very_senior_managers(
    check: dict[str, str], published_home: Home
) -> None:
    """Wilson's interval of the published numbers, and the share over that of all staff."""
    bme, known = map(int, re.findall(r"(\d+)/(\d+)=", check["recomputed_value"])[-1])
    z = NormalDist().inv_cdf(0.975)
    share = bme / known
    middle = (share + z * z / (2 * known)) / (1 + z * z / known)
    reach = z / (1 + z * z / known) * math.sqrt(
        share * (1 - share) / known + z * z / (4 * known * known)
    )  # fmt: skip
    found = scorecard(
        published_home, "numerator, denominator, interval_lower, interval_upper, disparity_ratio"
    )
    numerator, denominator, lower, upper, ratio = found["senior_leaders_bme_pct"]
    assert (numerator, denominator) == (bme, known)
    assert lower == pytest.approx(100 * (middle - reach), abs=1e-9)
    assert upper == pytest.approx(100 * (middle + reach), abs=1e-9)
    of_all, everybody, *_ = found["bme_workforce_pct"]
    assert ratio == pytest.approx(share / (of_all / everybody), abs=1e-9)


@pytest.mark.parametrize("check", checks("turnover_oct-25_denominator_at_end"))
def test_staff_in_post_are_the_published_stock(check: dict[str, str], published_home: Home) -> None:
    headcount, fte, *_ = numbers(check["recomputed_value"])
    found = scorecard(published_home, "value")
    assert round(found["staff_in_post_headcount"][0]) == round(headcount)
    assert found["staff_in_post_fte"][0] == pytest.approx(fte, abs=0.5)
