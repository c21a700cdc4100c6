"""A run recorded in a home's history can be read back by another instance."""

from __future__ import annotations

from pathlib import Path

import dagster as dg
import pytest

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
