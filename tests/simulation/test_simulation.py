"""Freshness drives the runs: years of releases played through the real code location."""

from __future__ import annotations

import pytest

from tests.simulation.release import Fate
from tests.simulation.table import PART, WHOLE, Played, play


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(PART, id="fifteen_months"),
        pytest.param(WHOLE, id="eight_years", marks=pytest.mark.slow),
    ],
)
def played(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Played:
    found = play(tmp_path_factory.mktemp("simulation"), request.param)
    print(*(f"{what}: {much}" for what, much in found.rows), sep="\n")
    return found


def test_everything_that_can_happen_happened(played: Played) -> None:
    landed = played.findings.landed
    assert {one.fate for one in landed} == set(Fate)
    assert any(one.is_copy for one in landed)
    assert any(one.is_loose for one in landed)
    assert any(one.is_by_hand for one in landed)
    assert any(one.is_correction for one in landed)
    assert any(len(one.days) > 1 for one in landed)
    assert any(one.is_copy and one.is_by_hand for one in landed)
    assert played.findings.looks


def test_several_publications_between_two_ticks_are_one_run(played: Played) -> None:
    first_day = played.story.frame.first_day
    later = [run for day, run in played.findings.runs if day > first_day]
    assert any(", " in run.publications for run in later)


def test_what_landed_is_fresh_after_the_runs_of_its_day(played: Played) -> None:
    assert played.findings.not_fresh == []


def test_no_run_is_superfluous_and_none_is_missed(played: Played) -> None:
    assert played.findings.wrong_runs == []


def test_the_late_list_is_right_every_day(played: Played) -> None:
    assert played.findings.wrong_days == []


def test_pages_are_looked_at_on_the_days_of_the_back_off(played: Played) -> None:
    assert played.findings.wrong_looks == []


def test_the_end_equals_one_rebuild_of_all_files(played: Played) -> None:
    assert played.final_differences == []
