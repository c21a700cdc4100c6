"""Dagster's own home inside a People Plan home: settings copied in, its databases made once."""

from __future__ import annotations

import os
from pathlib import Path

from dagster import DagsterEventType, DagsterInstance, DagsterRunStatus, RunsFilter

from orchestration.home import HOME_VARIABLE, PROJECT_ROOT, Home
from orchestration.lock import exclusive

# A run that a command started itself, in its own process.
COMMAND_TAG = {"people_plan/started_by": "people-plan build"}
# Dagster's own names for how far the run history has been followed, and for what.
RUNS_FOLLOWED = "EVENT_LOG_CONSUMER_CURSOR"
FOLLOWED = (DagsterEventType.RUN_FAILURE, DagsterEventType.RUN_SUCCESS)
SETTINGS = PROJECT_ROOT / "dagster.yaml"


def prepare_instance(home: Home) -> DagsterInstance:
    """The instance that keeps the runs of this home; point this process and its children at it.

    Two processes that make a new instance's databases at once would spoil them for good, so one
    does it while the others wait.
    """
    home.dagster.mkdir(parents=True, exist_ok=True)
    os.environ["DAGSTER_HOME"] = str(home.dagster)
    os.environ[HOME_VARIABLE] = str(home.root)
    with exclusive(home.dagster / ".lock", purpose="preparing Dagster"):
        _copy_settings(home.dagster / SETTINGS.name)
        instance = DagsterInstance.get()
        instance.get_runs(limit=1)
        instance.all_asset_keys()
        _follow_runs_from_now(instance)
    return instance


def fail_abandoned_runs(instance: DagsterInstance) -> None:
    """Mark runs of killed commands as failed; nobody else would, and they would block the queue.

    Call it while holding the home's lock: then no such run can be alive.
    """
    started = RunsFilter(statuses=[DagsterRunStatus.STARTED], tags=COMMAND_TAG)
    for run in instance.get_runs(filters=started):
        instance.report_run_failed(run, "Its process ended before the run did.")


def _follow_runs_from_now(instance: DagsterInstance) -> None:
    """What starts killed runs again looks at those that end from now on.

    It would do the same by itself, with a warning that nobody can do anything about.
    """
    storage = instance.daemon_cursor_storage
    keys = {f"{RUNS_FOLLOWED}-{kind.value}" for kind in FOLLOWED}
    if missing := keys - set(storage.get_cursor_values(keys)):
        newest = instance.event_log_storage.get_maximum_record_id() or 0
        storage.set_cursor_values(dict.fromkeys(missing, str(newest)))


def _copy_settings(target: Path) -> None:
    wanted = SETTINGS.read_bytes()
    if not target.exists() or target.read_bytes() != wanted:
        draft = target.with_suffix(f".{os.getpid()}")
        draft.write_bytes(wanted)
        draft.replace(target)
