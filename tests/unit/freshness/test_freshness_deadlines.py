"""Deadlines of policies: behind every usual release, as often as the cadence, never a constant."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import dagster as dg
import pytest
from dateutil.rrule import MONTHLY, rrule
from hypothesis import given
from hypothesis import strategies as st

from orchestration.catalogue import load_catalogue
from orchestration.catalogue.calendar_rule import MONTHS_OF, CalendarRule
from orchestration.freshness.back_off import is_look_day
from orchestration.freshness.deadlines import FROM, TO, deadlines, months_of
from orchestration.freshness.metric_frequency import metric_frequencies
from orchestration.freshness.policies import (
    metric_freshness,
    most_frequent,
    publication_freshness,
)

DAY = date(2024, 11, 28)
CATALOGUE = load_catalogue()
# By hand from Annex A: how often each metric is reported, and the day after which a release is
# late; "ended" and "tbc" have no deadline.
BY_HAND = {
    "1": "0 6 14 4 *",
    "3": "0 6 13 2,5,8,11 *",
    "4": "tbc",
    "5": "0 6 7 7 *",
    "6": "0 6 14 4 *",
    "7": "0 6 12 7 *",
    "8": "0 6 12 7 *",
    "9": "0 6 9 5 *",
    "10": "0 6 14 4 *",
    "11": "0 6 14 4 *",
    "12": "0 6 16 2,5,8,11 *",
    "13(i)": "0 6 13 1,4,7,10 *",
    "14(i)": "tbc",
    "15": "0 6 2 1 *",
    "13(ii)": "0 6 13 1,4,7,10 *",
    "14(ii)": "0 6 4 11 *",
    "16": "0 6 25 1,2,3,4,5,6,7,8,9,10,11,12 *",
    "17": "0 6 1 1,2,3,4,5,6,7,8,9,10,11,12 *",
    "18": "0 6 13 1,4,7,10 *",
    "19": "tbc",
    "20": "0 6 17 4 *",
    "21": "0 6 4 11 *",
    "22(i)": "ended",
    "22(ii)": "0 6 14 3,6,9,12 *",
    "23": "0 6 16 2,5,8,11 *",
    "24": "0 6 18 1,2,3,4,5,6,7,8,9,10,11,12 *",
    "25": "0 6 16 2,5,8,11 *",
}


def cron_of(policy: dg.FreshnessPolicy | None) -> str | None:
    return getattr(policy, "deadline_cron", None)


def test_each_metric_bears_the_policy_of_its_own_frequency() -> None:
    metrics = CATALOGUE.metrics
    found = {
        metrics[one].annex_label: asked for one, asked in metric_freshness(CATALOGUE, DAY).items()
    }
    assert set(found) == set(BY_HAND)
    for label, expected in BY_HAND.items():
        if expected in ("tbc", "ended"):
            assert found[label].policy is None, label
            assert found[label].reason.startswith("No deadline"), label
        else:
            assert cron_of(found[label].policy) == expected, label


def test_reasons_name_the_printed_frequency_and_what_is_provisional() -> None:
    found = metric_freshness(CATALOGUE, DAY)
    for metric_id, metric in CATALOGUE.metrics.items():
        assert repr(metric.frequency_as_printed) in found[metric_id].reason
    assert "provisional" in found["safe_to_speak_up"].reason
    assert "provisional" not in found["sickness_absence_rate"].reason


def test_frequencies_change_by_date() -> None:
    doctors = "additional_primary_care_doctors"
    months = "0 6 23 2,5,8,11 *", "0 6 25 1,2,3,4,5,6,7,8,9,10,11,12 *"
    days = date(2021, 6, 30), date(2021, 7, 1)
    crons = [cron_of(metric_freshness(CATALOGUE, day)[doctors].policy) for day in days]
    assert crons == [*months]


def test_a_fortnight_has_a_window() -> None:
    pulse = metric_freshness(CATALOGUE, date(2020, 9, 1))["pulse_staff_sentiment"]
    assert pulse.policy is not None
    assert pulse.interval == timedelta(days=14)
    assert "at most 35 days old" in pulse.reason


def test_an_ended_metric_has_no_deadline_any_more() -> None:
    returners = "returners_deployed_frontline"
    assert cron_of(metric_freshness(CATALOGUE, date(2021, 6, 30))[returners].policy)
    assert "ended on 30 June 2021" in metric_freshness(CATALOGUE, DAY)[returners].reason


def test_every_publication_has_a_policy_or_a_reason() -> None:
    found = publication_freshness(CATALOGUE, DAY)
    assert set(found) == set(CATALOGUE.publications)
    without = {one for one, freshness in found.items() if freshness.policy is None}
    assert without == {
        *("ahsn_tracker", "delivery_evidence", "hee_cpd", "nhs_volunteering"),
        *("nhsei_bbs", "nhsei_covid_workforce_returns", "nurses_50k"),
    }
    assert cron_of(found["sickness_absence"].policy) == "0 6 13 1,2,3,4,5,6,7,8,9,10,11,12 *"


def test_what_is_made_of_several_follows_the_most_frequent() -> None:
    found = metric_freshness(CATALOGUE, DAY)
    chosen = most_frequent(found[one] for one in ("sickness_absence_rate", "staff_leaver_rate"))
    assert cron_of(chosen.policy) == "0 6 13 2,5,8,11 *"
    assert most_frequent([found["cpd_funding_released"]]).policy is None
    assert most_frequent([]).policy is None


def test_the_frequency_before_the_plan_is_the_first_one() -> None:
    assert metric_frequencies(CATALOGUE, date(2019, 1, 1))["sickness_absence_rate"].frequency


@st.composite
def rules(draw: st.DrawFn) -> CalendarRule:
    cadence: Any = draw(st.sampled_from(sorted(MONTHS_OF)))
    first = draw(st.integers(1, MONTHS_OF[cadence]))
    return CalendarRule(
        publication_id="any",
        valid_from=date(2020, 1, 1),
        cadence=cadence,
        period_end_months=tuple(range(first, 13, MONTHS_OF[cadence])),
        lag_days_min=0,
        lag_days_max=draw(st.integers(0, 400)),
        grace_days=draw(st.integers(0, 40)),
        is_provisional=False,
        basis="project",
        note="Any",
    )


@given(rule=rules())
def test_a_deadline_lies_behind_every_release_and_within_six_weeks(rule: CalendarRule) -> None:
    found = deadlines(rule, rule.period_end_months)
    assert len(found.months) == len(rule.period_end_months)
    days = [
        one.date()
        for one in rrule(
            MONTHLY,
            bymonth=found.months,
            bymonthday=found.day,
            dtstart=FROM,
            until=TO.replace(year=TO.year + 3),
        )
    ]
    wait = timedelta(days=(rule.lag_days_max or 0) + rule.grace_days)
    ends = rrule(MONTHLY, bymonth=rule.period_end_months, bymonthday=-1, dtstart=FROM, until=TO)
    for end in ends:
        late_after = end.date() + wait
        behind = min(day for day in days if day > late_after)
        assert behind - late_after <= timedelta(days=42)


@given(rule=rules())
def test_the_shortest_interval_fits_between_any_two_deadlines(rule: CalendarRule) -> None:
    least = {"monthly": 28, "quarterly": 89, "half_yearly": 181, "annual": 365}
    interval = deadlines(rule, rule.period_end_months).shortest_interval
    assert interval.days >= least[rule.cadence]


@pytest.mark.parametrize(
    ("cadence", "of_publication", "expected"),
    [
        ("quarterly", range(1, 13), (3, 6, 9, 12)),
        ("annual", (3, 6, 9, 12), (3,)),
        ("annual", (11,), (11,)),
        ("annual", (6, 12), (6,)),
        ("monthly", (3, 6, 9, 12), tuple(range(1, 13))),
        ("half_yearly", (3, 6, 9, 12), (3, 9)),
        ("annual", (), (3,)),
    ],
)
def test_a_frequency_takes_its_months_from_the_publication(
    cadence: str, of_publication: tuple[int, ...], expected: tuple[int, ...]
) -> None:
    assert months_of(cadence, tuple(of_publication)) == expected


def test_a_late_publisher_is_asked_ever_more_seldom() -> None:
    opens, late_after = date(2024, 6, 18), date(2024, 7, 10)
    first = date(2024, 6, 10)
    looks = [
        day
        for day in (first + timedelta(days=n) for n in range(150))
        if is_look_day(day, opens_on=opens, late_after=late_after)
    ]
    window = [opens + timedelta(days=n) for n in range(23)]
    assert looks[:23] == window
    assert [(day - late_after).days for day in looks[23:]] == [1, 2, 4, 8, 16, 28, 56, 84, 112]
