"""The schedule that looks for releases: what it fetches, on which days, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import dagster as dg
import pytest

from orchestration.catalogue import load_catalogue
from orchestration.clock import NOW_VARIABLE
from orchestration.fetch import Failure, FetchReport
from orchestration.freshness import looking
from orchestration.freshness.looking import looking_job, looking_schedule
from orchestration.home import HOME_VARIABLE, Home
from tests.unit.freshness.small_edition import edition_with

FETCH = "PEOPLE_PLAN_FETCH"
HELD = {
    "sickness_absence_rate": date(2024, 3, 31),
    "discrimination_at_work": date(2023, 11, 30),
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    monkeypatch.delenv(FETCH, raising=False)
    return edition_with(tmp_path, **HELD)


def look(day: str, monkeypatch: pytest.MonkeyPatch) -> tuple[list[Any], str | None]:
    """What the schedule fetches on a day, and what it says where it does not."""
    monkeypatch.setenv(NOW_VARIABLE, day)
    catalogue = load_catalogue()
    schedule = looking_schedule(catalogue, looking_job(catalogue))
    with dg.instance_for_test() as instance:
        tick = schedule.evaluate_tick(dg.build_schedule_context(instance=instance))
    runs = [run.run_config["ops"]["fetch"]["config"] for run in tick.run_requests or ()]
    return [one["publication_ids"] for one in runs], tick.skip_message


@pytest.mark.usefixtures("home")
def test_nothing_is_looked_for_before_it_is_due(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FETCH, "1")
    assert look("2024-08-17", monkeypatch) == ([], "Every period that should be out is here.")


@pytest.mark.usefixtures("home")
def test_what_is_due_is_fetched_where_that_is_on(monkeypatch: pytest.MonkeyPatch) -> None:
    runs, said = look("2024-08-18", monkeypatch)
    assert runs == []
    assert said is not None
    assert said.startswith("Fetching is off (PEOPLE_PLAN_FETCH=1")
    assert said.endswith("To be landed by hand: sickness_absence.")
    monkeypatch.setenv(FETCH, "1")
    assert look("2024-08-18", monkeypatch)[0] == [["sickness_absence"]]


@pytest.mark.usefixtures("home")
def test_a_late_publisher_is_asked_more_seldom(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FETCH, "1")
    asked = {
        day: look(f"2024-09-{day:02}", monkeypatch)[0] != [] for day in (9, 10, 11, 12, 13, 16, 17)
    }
    assert [day for day, is_asked in asked.items() if is_asked] == [9, 10, 11, 13, 17]
    assert look("2024-09-12", monkeypatch)[1] == (
        "Nothing is looked for today. Waited for: sickness_absence."
    )


def run(monkeypatch: pytest.MonkeyPatch, report: FetchReport) -> dg.ExecuteInProcessResult:
    @contextmanager
    def no_web() -> Iterator[None]:
        yield None

    monkeypatch.setattr(looking, "open_web", no_web)
    monkeypatch.setattr(looking, "fetch_publication", lambda *_, **__: report)
    return looking_job(load_catalogue()).execute_in_process(
        run_config={"ops": {"fetch": {"config": {"publication_ids": ["nss"]}}}},
        raise_on_error=False,
    )


@pytest.mark.usefixtures("home")
def test_a_failed_address_fails_the_run_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    failure = Failure("https://example.org/x.csv", "it answered 404", "Correct the address.")
    result = run(monkeypatch, FetchReport("nss", failures=(failure,)))
    assert not result.success
    (step,) = [event for event in result.all_events if event.is_step_failure]
    said = step.step_failure_data.user_failure_data
    assert said is not None
    assert said.description == "https://example.org/x.csv: it answered 404. Correct the address."


@pytest.mark.usefixtures("home")
def test_finding_nothing_new_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, FetchReport("nss", unchanged=("https://example.org/x.csv",))).success
