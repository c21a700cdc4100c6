"""The one who knows better, held to days counted by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.simulation.catalogue import write_catalogue
from tests.simulation.oracle import Log, Oracle, Verdict
from tests.simulation.release import Fate, Release
from tests.simulation.rules import reporting, timetables

FEBRUARY, MARCH = date(2020, 2, 29), date(2020, 3, 31)
SICKNESS = ("publication", "sickness_absence")


def file(day: date, on: date) -> Release:
    return Release("sickness_absence", (day,), on, lands_on=on, name=f"{day}.csv")


@pytest.fixture
def oracle(tmp_path: Path) -> Oracle:
    write_catalogue(tmp_path / "publications", tmp_path / "seeds")
    found = Oracle(timetables(tmp_path / "seeds"), reporting(tmp_path / "seeds"), Log())
    found.log.add(date(2020, 7, 2), file(FEBRUARY, date(2020, 7, 2)))
    return found


# March ends on the 31st; 110 days later is 19 July, 125 days 3 August, a week of grace 10 August.
@pytest.mark.parametrize(
    ("day", "status", "days_late", "ask"),
    [
        (date(2020, 7, 18), "on_time", None, None),
        (date(2020, 7, 19), "due", None, "publisher"),
        (date(2020, 8, 10), "due", None, "publisher"),
        (date(2020, 8, 11), "late", 8, "publisher"),
    ],
)
def test_a_month_falls_due_and_is_late(
    oracle: Oracle, day: date, status: str, days_late: int | None, ask: str | None
) -> None:
    expected = Verdict(status, days_late, ask, FEBRUARY, MARCH)
    assert oracle.verdicts(day)[SICKNESS] == expected


def test_a_refused_file_is_ours_until_a_good_one_comes(oracle: Oracle) -> None:
    oracle.log.add(date(2020, 7, 30), replace(file(MARCH, date(2020, 7, 30)), fate=Fate.REFUSED))
    assert oracle.verdicts(date(2020, 7, 30))[SICKNESS].ask == "us"
    oracle.log.add(date(2020, 8, 6), file(MARCH, date(2020, 8, 6)))
    # April opens on 18 August.
    assert oracle.verdicts(date(2020, 8, 18))[SICKNESS].ask == "publisher"


def test_what_lands_beside_a_file_that_fails_waits_for_its_cure(oracle: Oracle) -> None:
    failing = replace(file(MARCH, date(2020, 7, 30)), fate=Fate.FAILS_A_TEST)
    oracle.log.add(date(2020, 7, 30), failing)
    assert oracle.log.in_figures_from(date(2020, 7, 31)) > date(2020, 8, 5)
    assert oracle.verdicts(date(2020, 8, 5))[SICKNESS].newest == FEBRUARY
    oracle.log.add(date(2020, 8, 6), replace(file(MARCH, date(2020, 8, 6)), cures=True))
    assert oracle.log.in_figures_from(date(2020, 7, 31)) == date(2020, 8, 6)
    assert oracle.verdicts(date(2020, 8, 6))[SICKNESS].newest == MARCH
    assert oracle.log.left_undone(date(2020, 8, 6)) == {"sickness_absence"}
    assert oracle.log.left_undone(date(2020, 8, 7)) == set()


def test_no_third_quarter_is_waited_for_and_the_programme_ends(oracle: Oracle) -> None:
    ends = [due.last_day.month for due in oracle.timetables["nqps"].dues]
    assert set(ends) == {3, 6, 9}
    assert oracle.verdicts(date(2021, 7, 1))["publication", "nhsei_bbs"].status == "discontinued"
    assert oracle.verdicts(date(2021, 6, 30))["publication", "nhsei_bbs"].status == "no_deadline"


def test_pages_are_looked_at_daily_and_then_ever_more_seldom(oracle: Oracle) -> None:
    looked = [
        day.day
        for day in (date(2020, 8, number) for number in range(8, 32))
        if oracle.looks_for("sickness_absence", day, oracle.verdicts(day)[SICKNESS])
    ]
    assert looked == [8, 9, 10, 11, 12, 14, 18, 26]
