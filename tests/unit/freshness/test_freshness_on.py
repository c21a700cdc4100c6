"""What an edition says of freshness on any day: as the mart, as the calendar, never backwards."""

from __future__ import annotations

from datetime import date, timedelta

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestration.catalogue import load_catalogue
from orchestration.freshness.calendar import Calendar, Period, calendars
from tests.small_build import contracts
from tests.unit.freshness.asking import Receipts, edition_in_memory, fill, model, over_days

CATALOGUE = load_catalogue()
CALENDARS = calendars(CATALOGUE)
# Monthly after quarterly, yearly, fortnightly after first receipt, a round left out, any day,
# inferred, ended.
WATCHED = (
    "gp_workforce",
    "nss",
    "people_pulse",
    "nqps",
    "ods",
    "pcn_workforce",
    "nhsei_bbs",
    "hcw_flu_uptake",
)
FIRST, LAST = date(2019, 1, 1), date(2026, 12, 31)
# Before this day everything comes by the day by which it is usually out; then, where a publisher
# falls silent, nothing.
SILENT_FROM = date(2021, 5, 1)
DAYS_ASKED = 150
RANKS = {"on_time": 0, "due": 1, "late": 2}


@pytest.fixture(scope="module")
def edition() -> duckdb.DuckDBPyConnection:
    return edition_in_memory(CATALOGUE)


@pytest.mark.parametrize("day", ["2021-06-30", "2021-07-01", "2024-11-28"])
def test_the_macro_answers_as_the_mart(edition: duckdb.DuckDBPyConnection, day: str) -> None:
    fill(edition, {"nss": ("nss", [(date(2020, 11, 30), date(2021, 3, 11))])})
    edition.execute("delete from reference.freshness_subjects")
    subjects = model("reference/freshness_subjects.sql")
    edition.execute(f"insert into reference.freshness_subjects by name {subjects}")
    mart = edition.sql(
        model(
            "marts/freshness.sql",
            status_day=lambda: f"date '{day}'",
            days_between="date_diff('day', {}, {})".format,
        )
    )
    macro = edition.sql(f"from marts.freshness_on(date '{day}')")
    assert macro.columns == [one.split()[0] for one in contracts()["freshness"].split(", ")]
    assert macro.columns == mart.columns
    answers = macro.fetchall()
    assert answers == mart.fetchall()
    metrics = [subject for level, subject, *_ in answers if level == "metric"]
    in_order = sorted(CATALOGUE.metrics.values(), key=lambda one: one.annex_row_seq)
    assert metrics == [one.metric_id for one in in_order]
    publications = [subject for level, subject, *_ in answers if level == "publication"]
    assert publications == sorted(CALENDARS)


def test_on_every_day_it_agrees_with_the_calendar(edition: duckdb.DuckDBPyConnection) -> None:
    receipts: Receipts = {}
    for publication_id in WATCHED:
        released = [(one.end, one.due_on) for one in CALENDARS[publication_id].periods]
        silent = [(end, day) for end, day in released if day < SILENT_FROM]
        receipts[f"{publication_id}, punctual"] = (publication_id, released)
        receipts[f"{publication_id}, silent"] = (publication_id, silent)
    fill(edition, receipts)
    found = over_days(
        edition,
        FIRST,
        LAST,
        "freshness_status, days_late, expected_period_end, awaited_period_end, awaited_by",
    )
    days = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
    told = {
        (subject, day): _told(CALENDARS[publication_id], day, is_silent="silent" in subject)
        for subject, (publication_id, _) in receipts.items()
        for day in days
    }
    assert found.keys() == told.keys()
    assert {key: (found[key], told[key]) for key in told if found[key] != told[key]} == {}
    assert {status for status, *_ in told.values()} == {*RANKS, "no_deadline", "discontinued"}


def _told(calendar: Calendar, day: date, *, is_silent: bool) -> tuple[object, ...]:
    """What the calendar in Python says, of a publisher who is punctual until silent."""
    expected = calendar.latest_expected(day)
    held_by = min(day, SILENT_FROM - timedelta(days=1)) if is_silent else day
    is_begun = calendar.latest_expected(held_by) is not None
    awaited = calendar.next_due(held_by)
    if not is_begun and any(rule.starts_with == "first_receipt" for rule in calendar.rules):
        awaited = None
    elif not is_begun:
        late = [one for one in calendar.periods if one.late_after < day]
        awaited = late[-1] if late else calendar.periods[0]
    status = _status(calendar, awaited, day)
    is_awaited = status in RANKS and awaited is not None
    return (
        status,
        (day - awaited.due_on).days if awaited and status == "late" else None,
        expected.end if expected else None,
        awaited.end if awaited and is_awaited else None,
        awaited.due_on if awaited and is_awaited else None,
    )


def _status(calendar: Calendar, awaited: Period | None, day: date) -> str:
    has_ended = calendar.ended_on is not None and calendar.ended_on < day
    if awaited is None:
        return "discontinued" if has_ended else "no_deadline"
    if day >= awaited.late_after + timedelta(days=1):
        return "discontinued" if has_ended else "late"
    return "due" if day >= awaited.opens_on else "on_time"


Received = list[tuple[date, date]]


@st.composite
def some_received(draw: st.DrawFn) -> tuple[str, date, Received, tuple[date, date]]:
    """A publication, a first day to ask for, periods received around it, and one period more."""
    publication_id = draw(st.sampled_from(["gp_workforce", "nss", "nqps", "ods"]))
    first = draw(st.dates(date(2021, 4, 1), date(2023, 12, 31)))
    near = [
        one.end
        for one in CALENDARS[publication_id].periods
        if first - timedelta(days=500) < one.end < first + timedelta(days=DAYS_ASKED)
    ]
    ends = draw(st.lists(st.sampled_from(near), max_size=6, unique=True))
    after = st.integers(0, 250).map(lambda days: timedelta(days=days))
    received = [(end, end + draw(after)) for end in ends]
    one_more = draw(st.sampled_from(near))
    return publication_id, first, received, (one_more, one_more + draw(after))


@settings(max_examples=60, deadline=None)
@given(some=some_received())
def test_one_period_more_never_makes_it_staler(
    edition: duckdb.DuckDBPyConnection,
    some: tuple[str, date, Received, tuple[date, date]],
) -> None:
    publication_id, first, received, one_more = some
    fill(
        edition,
        {"less": (publication_id, received), "more": (publication_id, [*received, one_more])},
    )
    last = first + timedelta(days=DAYS_ASKED)
    found = over_days(edition, first, last, "freshness_status, days_late, latest_period_end")
    for (subject, day), (status, days_late, latest) in found.items():
        if subject == "less":
            status_of_more, days_of_more, _ = found["more", day]
            assert RANKS[status_of_more] <= RANKS[status]
            # Before anything was received the newest late period is waited for, not the next.
            if latest is not None and status_of_more == "late":
                assert days_of_more <= days_late


@settings(max_examples=60, deadline=None)
@given(some=some_received())
def test_while_nothing_arrives_it_only_grows_later(
    edition: duckdb.DuckDBPyConnection,
    some: tuple[str, date, Received, tuple[date, date]],
) -> None:
    publication_id, first, received, _ = some
    fill(edition, {"it": (publication_id, received)})
    last = first + timedelta(days=DAYS_ASKED)
    found = over_days(edition, first, last, "freshness_status, days_late, latest_period_end")
    arrivals = {published_on for _, published_on in received}
    assert len(found) == DAYS_ASKED + 1
    for (_, day), (status, days_late, latest) in found.items():
        before = found.get(("it", day - timedelta(days=1)))
        if before is None or day in arrivals:
            continue
        assert RANKS[status] >= RANKS[before[0]]
        if before[0] == "late" and latest is not None:
            assert days_late == before[1] + 1
