"""Where metrics stand now: by the edition, the register and the landing folder together."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import dagster as dg
import duckdb
import pytest

from orchestration.catalogue import load_catalogue
from orchestration.clock import NOW_VARIABLE, now
from orchestration.edition import publish
from orchestration.errors import PlainError
from orchestration.freshness.checks import CHECK, period_checks, verdict
from orchestration.freshness.sensors import period_sensor
from orchestration.freshness.standing import Standing, standings
from orchestration.home import HOME_VARIABLE, Home
from tests.unit.freshness.small_edition import (
    CARRIERS,
    PUBLISHED,
    edition_with,
    receive_period,
)
from tests.unit.ingest.homes import land, received
from tests.unit.ingest.made import monthly

# April 2024 is usually out from 18 August to 2 September 2024, and late after 9 September.
MARCH, APRIL = date(2024, 3, 31), date(2024, 4, 30)
BEFORE, WITHIN, GRACE, LATE = (
    date(2024, 8, 17),
    date(2024, 8, 18),
    date(2024, 9, 9),
    date(2024, 9, 10),
)
METRICS = {one: dg.AssetKey(["metrics", one]) for one in CARRIERS}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """An edition that holds sickness absence up to March 2024."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    return edition_with(tmp_path, sickness_absence_rate=MARCH)


def standing(home: Home, day: date, subject: str = "sickness_absence_rate") -> Standing:
    found = {one.subject_id: one for one in standings(home, load_catalogue(), day)}
    return found[subject]


@pytest.mark.parametrize(
    ("day", "words", "ask"),
    [
        (BEFORE, "on time", None),
        (WITHIN, "due", "publisher"),
        (GRACE, "due", "publisher"),
        (LATE, "late by 8 days", "publisher"),
    ],
)
def test_a_period_is_due_and_then_late(home: Home, day: date, words: str, ask: str | None) -> None:
    found = standing(home, day)
    assert (found.words, found.ask, found.awaited_period_end) == (words, ask, APRIL)
    assert found.latest_period_end == MARCH


def test_a_file_in_landing_is_ours_to_take_in(home: Home) -> None:
    land(home, "sickness_absence/2024-08-29/april.csv", monthly())
    found = standing(home, LATE)
    assert (found.freshness_status, found.ask) == ("late", "us")
    assert found.freshness_reason == "april.csv lies in landing and was not taken in yet: build."


def test_a_file_that_was_read_is_ours_to_build(home: Home) -> None:
    land(home, "sickness_absence/2024-08-29/april.csv", monthly())
    received(home)
    found = standing(home, LATE)
    assert (found.freshness_status, found.ask) == ("late", "us")
    assert "april.csv holds it and is not in the figures yet" in found.freshness_reason


def test_a_refused_file_is_ours_and_says_why(home: Home) -> None:
    land(home, "sickness_absence/2024-08-29/april.csv", monthly()[:3000] + b'"')
    (outcome,) = received(home).outcomes
    assert outcome.status == "quarantined"
    found = standing(home, LATE)
    assert (found.freshness_status, found.ask) == ("late", "us")
    assert "april.csv" in found.freshness_reason
    assert str(outcome.next_step) in found.freshness_reason


def test_an_older_file_is_not_what_is_waited_for(home: Home) -> None:
    land(home, "sickness_absence/2024-07-25/march.csv", monthly("31/03/2024"))
    received(home)
    assert standing(home, LATE).ask == "publisher"


def test_what_never_came_is_late_by_the_newest_that_should_be_there(home: Home) -> None:
    found = standing(home, LATE, "discrimination_at_work")
    assert (found.freshness_status, found.awaited_period_end) == ("late", date(2023, 11, 30))
    assert found.freshness_reason.startswith("Nothing was ever received.")


def test_what_is_to_be_confirmed_has_no_deadline(home: Home) -> None:
    found = standing(home, LATE, "cpd_funding_released")
    assert (found.words, found.ask) == ("no deadline", None)
    assert verdict(found)["passed"]


def test_without_an_edition_nothing_stands(tmp_path: Path) -> None:
    assert standings(Home(tmp_path).create(), load_catalogue(), LATE) == []


def test_an_older_edition_says_what_to_do(home: Home) -> None:
    home.edition.chmod(0o644)
    with duckdb.connect(str(home.edition)) as connection:
        connection.execute("drop table reference.release_calendar")
    with pytest.raises(PlainError, match="before it could tell what is fresh"):
        standings(home, load_catalogue(), LATE)


@pytest.mark.usefixtures("home")
def test_the_check_warns_of_what_is_late_and_passes_the_rest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(NOW_VARIABLE, LATE.isoformat())
    checks = period_checks(load_catalogue(), METRICS, dg.AssetKey("edition"))
    instance = dg.DagsterInstance.ephemeral()
    result = dg.materialize(
        [checks], instance=instance, selection=dg.AssetSelection.all_asset_checks()
    )
    assert result.success
    found = {one.asset_key.path[-1]: one for one in result.get_asset_check_evaluations()}
    assert {one: found[one].passed for one in found} == {
        "sickness_absence_rate": False,
        "discrimination_at_work": False,
        "cpd_funding_released": True,
    }
    late = found["sickness_absence_rate"]
    assert late.severity == dg.AssetCheckSeverity.WARN
    assert (late.description or "").startswith("Late by 8 days. No file of the period")
    assert late.metadata["ask"].value == "publisher"


def test_an_older_edition_fails_no_run(home: Home) -> None:
    home.edition.chmod(0o644)
    with duckdb.connect(str(home.edition)) as connection:
        connection.execute("drop table reference.release_calendar")
    result = dg.materialize(
        [period_checks(load_catalogue(), METRICS, dg.AssetKey("edition"))],
        instance=dg.DagsterInstance.ephemeral(),
        selection=dg.AssetSelection.all_asset_checks(),
    )
    assert result.success
    assert result.get_asset_check_evaluations() == []
    context = dg.build_sensor_context(
        instance=dg.DagsterInstance.ephemeral(),
        definitions=dg.Definitions(assets=[dg.AssetSpec(key) for key in METRICS.values()]),
    )
    tick = period_sensor(load_catalogue(), METRICS).evaluate_tick(context)
    assert (tick.skip_message or "").startswith("The edition was published before it could tell")


def told(sensor: dg.SensorDefinition, cursor: str | None) -> tuple[dict[str, str], str | None]:
    """The checks that a tick records, by metric, and the cursor after it."""
    context = dg.build_sensor_context(
        instance=dg.DagsterInstance.ephemeral(),
        cursor=cursor,
        definitions=dg.Definitions(
            assets=[dg.AssetSpec(key) for key in METRICS.values()],
            asset_checks=[period_checks(load_catalogue(), METRICS, dg.AssetKey("edition"))],
            sensors=[sensor],
        ),
    )
    tick = sensor.evaluate_tick(context)
    assert not tick.run_requests
    events = {one.asset_key.path[-1]: str(one.description) for one in tick.asset_events or ()}
    return events, tick.cursor


def test_days_and_editions_are_told_without_a_run(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    sensor = period_sensor(load_catalogue(), METRICS)
    monkeypatch.setenv(NOW_VARIABLE, BEFORE.isoformat())
    first, cursor = told(sensor, None)
    assert set(first) == set(METRICS)
    assert told(sensor, cursor)[0] == {}
    monkeypatch.setenv(NOW_VARIABLE, WITHIN.isoformat())
    changed, cursor = told(sensor, cursor)
    assert changed["sickness_absence_rate"].startswith("Due. ")
    assert "cpd_funding_released" not in changed
    receive_period(home, "sickness_absence_rate", APRIL)
    publish(home, run_id="run-2", now=PUBLISHED)
    changed, _ = told(sensor, cursor)
    assert changed["sickness_absence_rate"].startswith("On time. ")


def test_every_check_of_a_metric_bears_one_name() -> None:
    checks = period_checks(load_catalogue(), METRICS, dg.AssetKey("edition"))
    assert {spec.name for spec in checks.check_specs} == {CHECK}
    assert not any(spec.blocking for spec in checks.check_specs)


@pytest.mark.parametrize("text", ["soon", "2024-13-01"])
def test_a_moment_that_is_none_is_named(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NOW_VARIABLE, text)
    with pytest.raises(PlainError, match="which is no moment"):
        now()
