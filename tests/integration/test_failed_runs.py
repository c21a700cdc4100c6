"""Runs that fail: analysts are told once, and a killed run does not stand in the way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import dagster as dg
import pytest

from orchestration.assets.edition import EDITION, blocking_checks_hold
from orchestration.assets.sensors import withhold_edition
from orchestration.edition import current_edition, publish
from orchestration.home import HOME_VARIABLE, Home
from orchestration.instance import COMMAND_TAG, fail_abandoned_runs, prepare_instance
from tests.small_build import small_home

NOON = datetime(2024, 11, 28, 12, tzinfo=UTC)
CHECKED = dg.AssetKey(["marts", "scorecard"])


@dg.asset(key=CHECKED)
def scorecard() -> None:
    raise ValueError("the disk is full")


@dg.asset(key=EDITION, deps=[CHECKED])
def edition() -> None: ...


@dg.asset(key=CHECKED, check_specs=[dg.AssetCheckSpec("sound", asset=CHECKED, blocking=True)])
def unsound() -> Iterator[dg.MaterializeResult | dg.AssetCheckResult]:  # type: ignore[type-arg]
    yield dg.MaterializeResult()
    yield dg.AssetCheckResult(passed=False, description="3 rows are missing")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    home = small_home(tmp_path)
    publish(home, run_id="good", now=NOON)
    return home


@pytest.fixture
def instance(home: Home, monkeypatch: pytest.MonkeyPatch) -> Iterator[dg.DagsterInstance]:
    monkeypatch.setenv("DAGSTER_HOME", str(home.dagster))
    with prepare_instance(home) as instance:
        yield instance


def tell(
    instance: dg.DagsterInstance, *assets: dg.AssetsDefinition, selection: object = None
) -> str:
    """Run the assets, let the sensor see how that ended, and say what it said."""
    result = dg.materialize(
        assets,
        instance=instance,
        raise_on_error=False,
        selection=selection,  # type: ignore[arg-type]
    )
    assert not result.success
    (event,) = [one for one in result.all_events if one.event_type_value == "PIPELINE_FAILURE"]
    context = dg.build_run_status_sensor_context(
        sensor_name="withhold_edition",
        dagster_event=event,
        dagster_instance=instance,
        dagster_run=result.dagster_run,
    ).for_run_failure()
    said = withhold_edition(context)
    assert isinstance(said, dg.SkipReason)
    return str(said.skip_message)


def test_a_failed_run_marks_the_edition_once(home: Home, instance: dg.DagsterInstance) -> None:
    assert "was withheld" in tell(instance, scorecard, edition)
    standing = current_edition(home)
    assert standing is not None
    (attempt,) = standing.withheld_later
    assert attempt.reasons == ("step marts__scorecard: ValueError: the disk is full",)


def test_a_failed_blocking_check_is_the_reason(home: Home, instance: dg.DagsterInstance) -> None:
    tell(instance, unsound, edition)
    standing = current_edition(home)
    assert standing is not None
    (attempt,) = standing.withheld_later
    assert attempt.reasons == ("check sound of marts/scorecard: 3 rows are missing",)
    gate = dg.AssetCheckKey(CHECKED, "sound")
    finding = blocking_checks_hold(instance, [gate, dg.AssetCheckKey(CHECKED, "never run")])
    assert not finding.is_passed
    assert finding.detail == "Blocking checks failed: sound of marts/scorecard."


def test_a_run_without_an_edition_withholds_nothing(
    home: Home, instance: dg.DagsterInstance
) -> None:
    said = tell(instance, scorecard, edition, selection=[CHECKED])
    assert "was not to publish an edition" in said
    standing = current_edition(home)
    assert standing is not None
    assert standing.withheld_later == ()


def test_the_run_of_a_killed_command_is_marked_failed(instance: dg.DagsterInstance) -> None:
    definitions = dg.Definitions(
        assets=[edition], jobs=[dg.define_asset_job("build", selection="*", tags=COMMAND_TAG)]
    )
    run = instance.create_run_for_job(definitions.resolve_job_def("build"), tags=COMMAND_TAG)
    instance.handle_new_event(
        dg.EventLogEntry(
            error_info=None,
            level=20,
            user_message="",
            run_id=run.run_id,
            timestamp=0.0,
            dagster_event=dg.DagsterEvent("PIPELINE_START", "build"),
        )
    )
    fail_abandoned_runs(instance)
    found = instance.get_run_by_id(run.run_id)
    assert found is not None
    assert found.status == dg.DagsterRunStatus.FAILURE
