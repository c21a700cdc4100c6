"""A run recorded in a home's history can be read back by another instance."""

from __future__ import annotations

import logging
from pathlib import Path

import dagster as dg
import pytest
from dagster._daemon.auto_run_reexecution import event_log_consumer

from orchestration.home import HOME_VARIABLE, Home
from orchestration.instance import prepare_instance
from orchestration.run_history import RunHistory

KEY = dg.AssetKey("counted")


@dg.asset(name="counted")
def counted() -> dg.MaterializeResult[None]:
    """An asset with a row count."""
    return dg.MaterializeResult(metadata={"dagster/row_count": 3})


def test_a_run_can_be_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = Home(tmp_path).create()
    # Preparing an instance points the process at it: undone when the test ends.
    monkeypatch.setenv(HOME_VARIABLE, str(home.root))
    monkeypatch.setenv("DAGSTER_HOME", str(home.dagster))
    with prepare_instance(home) as instance:
        assert isinstance(instance.event_log_storage, RunHistory)
        run_id = dg.materialize([counted], instance=instance).run_id
    with prepare_instance(home) as instance:
        assert [run.run_id for run in instance.get_runs()] == [run_id]
        logged = [entry.dagster_event_type for entry in instance.all_logs(run_id)]
        assert dg.DagsterEventType.RUN_SUCCESS in logged
        newest = instance.get_latest_materialization_event(KEY)
        assert newest is not None
        assert newest.asset_materialization is not None
        assert newest.asset_materialization.metadata["dagster/row_count"].value == 3


def test_the_daemon_finds_where_to_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    home = Home(tmp_path).create()
    monkeypatch.setenv(HOME_VARIABLE, str(home.root))
    monkeypatch.setenv("DAGSTER_HOME", str(home.dagster))
    with prepare_instance(home) as instance:
        found = event_log_consumer._fetch_persisted_cursors(
            instance, event_log_consumer.DAGSTER_EVENT_TYPES, logging.getLogger("daemon")
        )
        assert set(found.values()) == {0}
        dg.materialize([counted], instance=instance)
    with prepare_instance(home) as instance:
        again = event_log_consumer._fetch_persisted_cursors(
            instance, event_log_consumer.DAGSTER_EVENT_TYPES, logging.getLogger("daemon")
        )
    assert again == found
    assert caplog.records == []
