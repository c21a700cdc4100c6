"""The calendar of releases: periods, due days and their order, for any day and any rule."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.catalogue import load_catalogue
from orchestration.catalogue.calendar_rule import MONTHS_OF, CalendarRule
from orchestration.freshness.calendar import HORIZON, Calendar, Period, calendars

CALENDARS = calendars(load_catalogue())
REGULAR = {one: found for one, found in CALENDARS.items() if found.periods}
DAYS = st.dates(date(2018, 1, 1), date(2032, 12, 31))
ONE_DAY = timedelta(days=1)


def ends(publication_id: str, first: str, last: str) -> list[str]:
    inside = (date.fromisoformat(first), date.fromisoformat(last))
    periods = CALENDARS[publication_id].periods
    return [one.end.isoformat() for one in periods if inside[0] <= one.end <= inside[1]]


def test_general_practice_is_quarterly_and_monthly_from_july_2021() -> None:
    assert ends("gp_workforce", "2020-11-01", "2021-09-30") == [
        *("2020-12-31", "2021-03-31", "2021-06-30"),
        *("2021-07-31", "2021-08-31", "2021-09-30"),
    ]


def test_the_quarterly_pulse_survey_leaves_out_quarter_three() -> None:
    assert ends("nqps", "2023-04-01", "2024-06-30") == [
        *("2023-06-30", "2023-09-30", "2024-03-31", "2024-06-30"),
    ]


def test_waves_are_fortnightly_then_months() -> None:
    found = ends("people_pulse", "2020-07-01", "2020-08-20")
    assert found == ["2020-07-19", "2020-08-02", "2020-08-16"]
    assert ends("people_pulse", "2021-03-01", "2021-05-31") == [
        *("2021-03-14", "2021-03-28", "2021-04-30", "2021-05-31"),
    ]


def test_what_has_ended_has_no_next_period() -> None:
    bringing_back_staff = CALENDARS["nhsei_bbs"]
    assert bringing_back_staff.ended_on == date(2021, 6, 30)
    assert bringing_back_staff.next_due(date(2021, 8, 1)) is None
    last = bringing_back_staff.latest_expected(date(2030, 1, 1))
    assert last is not None
    assert last.end == date(2021, 6, 30)


def test_what_comes_now_and_then_is_never_expected() -> None:
    for publication_id in ("hee_cpd", "nhs_volunteering", "ahsn_tracker", "delivery_evidence"):
        assert CALENDARS[publication_id].periods == ()
        assert CALENDARS[publication_id].latest_expected(date(2024, 1, 1)) is None


@pytest.mark.parametrize(
    ("publication_id", "end", "opens_on", "due_on", "late_after"),
    [
        ("sickness_absence", "2024-02-29", "2024-06-18", "2024-07-03", "2024-07-10"),
        ("nss", "2023-11-30", "2024-02-18", "2024-03-29", "2024-04-12"),
        ("hcw_flu_uptake", "2024-02-29", "2024-05-22", "2024-06-22", "2024-07-06"),
        ("wres", "2023-03-31", "2024-02-01", "2024-04-06", "2024-05-07"),
    ],
)
def test_days_are_counted_from_the_end_of_the_period(
    publication_id: str, end: str, opens_on: str, due_on: str, late_after: str
) -> None:
    periods = CALENDARS[publication_id].periods
    found = next(one for one in periods if one.end == date.fromisoformat(end))
    days = (found.opens_on, found.due_on, found.late_after)
    assert [day.isoformat() for day in days] == [opens_on, due_on, late_after]


@pytest.mark.parametrize("publication_id", sorted(REGULAR))
def test_periods_follow_each_other(publication_id: str) -> None:
    periods = REGULAR[publication_id].periods
    for earlier, later in itertools.pairwise(periods):
        assert earlier.end < later.end
        assert earlier.due_on < later.due_on
        assert earlier.end < later.start or publication_id == "gp_workforce", (earlier, later)
    for one in periods:
        assert one.start <= one.met_from <= one.end <= one.opens_on <= one.due_on <= one.late_after


def test_no_calendar_runs_out_soon() -> None:
    assert HORIZON.year - date.today().year > 5, "move the horizon"


@given(publication_id=st.sampled_from(sorted(REGULAR)), day=DAYS)
def test_expected_and_next_stand_on_either_side_of_the_day(publication_id: str, day: date) -> None:
    calendar = REGULAR[publication_id]
    expected, following = calendar.latest_expected(day), calendar.next_due(day)
    due = [one.due_on for one in calendar.periods]
    assert (expected.due_on if expected else None) == max(
        (d for d in due if d <= day), default=None
    )
    assert (following.due_on if following else None) == min(
        (d for d in due if d > day), default=None
    )


@given(publication_id=st.sampled_from(sorted(REGULAR)), day=DAYS)
def test_a_day_later_never_less_is_expected(publication_id: str, day: date) -> None:
    calendar = REGULAR[publication_id]
    today, tomorrow = calendar.latest_expected(day), calendar.latest_expected(day + ONE_DAY)
    if today:
        assert tomorrow is not None
        assert tomorrow.end >= today.end


@st.composite
def rules(draw: st.DrawFn) -> CalendarRule:
    cadence: Any = draw(st.sampled_from(sorted(MONTHS_OF)))
    months = MONTHS_OF[cadence]
    first = draw(st.integers(1, months))
    lag_min = draw(st.integers(0, 400))
    return CalendarRule(
        publication_id="any",
        valid_from=draw(st.dates(date(2015, 1, 1), date(2022, 12, 31))),
        cadence=cadence,
        period_end_months=tuple(range(first, 13, months)),
        is_met_by=draw(st.sampled_from(["period_end", "any_day"])),
        lag_days_min=lag_min,
        lag_days_max=lag_min + draw(st.integers(0, 100)),
        grace_days=draw(st.integers(0, 40)),
        is_provisional=False,
        basis="project",
        note="Any",
    )


@given(rule=rules())
def test_whole_cadences_leave_no_day_out_and_none_twice(rule: CalendarRule) -> None:
    periods: tuple[Period, ...] = Calendar("any", (rule,)).periods
    assert periods[0].end >= rule.valid_from
    for earlier, later in itertools.pairwise(periods):
        assert earlier.end + ONE_DAY == later.start
