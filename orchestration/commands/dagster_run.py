"""Runs the job `build`, or a part of it, in this process, so that the UI shows it like any run."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

import dagster as dg
from rich.console import Console

from orchestration import clock
from orchestration.assets.edition import EDITION
from orchestration.assets.failures import failure_reasons
from orchestration.assets.jobs import BUILD
from orchestration.commands.progress import Progress
from orchestration.definitions import defs
from orchestration.edition import withhold
from orchestration.home import Home
from orchestration.instance import COMMAND_TAG, fail_abandoned_runs, prepare_instance

# Whoever stopped a command may start it again; the daemon may not.
NOT_AGAIN = {"dagster/max_retries": "0"}
# Dagster's own log lines stay out of the user's sight; the run's record keeps them all.
QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


@dataclass(frozen=True)
class Outcome:
    """How a run ended; `reasons` is empty where it succeeded."""

    run_id: str
    is_published: bool
    reasons: tuple[str, ...]


def run_in_dagster(home: Home, keys: frozenset[dg.AssetKey] | None, out: Console) -> Outcome:
    """Materialise `keys`, everything where None; a failed run marks the edition as withheld."""
    run_id = str(uuid.uuid4())
    with prepare_instance(home) as instance, Progress(out) as progress:
        fail_abandoned_runs(instance)
        instance.add_event_listener(run_id, progress.on_event)
        result = (
            defs()
            .resolve_job_def(BUILD)
            .execute_in_process(
                instance=instance,
                run_id=run_id,
                asset_selection=sorted(keys) if keys else None,
                run_config=QUIET,
                tags={**COMMAND_TAG, **NOT_AGAIN},
                raise_on_error=False,
            )
        )
        reasons = () if result.success else failure_reasons(instance, run_id)
    is_for_edition = keys is None or EDITION in keys
    if reasons and is_for_edition:
        withhold(home, run_id=run_id, now=clock.now(), reasons=reasons)
    return Outcome(run_id, is_for_edition and result.success, reasons)
