"""Tells analysts of a failed run: the standing edition says what was withheld, and why."""

from collections.abc import Iterable
from datetime import UTC, datetime

import dagster as dg

from orchestration.assets.edition import EDITION
from orchestration.edition import withhold
from orchestration.home import Home


@dg.run_failure_sensor(
    name="withhold_edition",
    description="Waits for a failed run that was to publish an edition, and writes into the "
    "current one that a newer was withheld, and why.",
    default_status=dg.DefaultSensorStatus.RUNNING,
)
def withhold_edition(context: dg.RunFailureSensorContext) -> dg.SkipReason:
    """Mark the edition; a run that was not to publish one withholds nothing."""
    run = context.dagster_run
    if run.asset_selection and EDITION not in run.asset_selection:
        return dg.SkipReason(f"Run {run.run_id} was not to publish an edition.")
    withhold(
        Home.from_environment(),
        run_id=run.run_id,
        now=datetime.now(UTC),
        reasons=failure_reasons(context.get_step_failure_events())
        or (context.failure_event.message or "The run ended before its first step failed.",),
    )
    return dg.SkipReason(f"The edition says that run {run.run_id} was withheld.")


def failure_reasons(step_failures: Iterable[dg.DagsterEvent]) -> tuple[str, ...]:
    """Why each failed step failed, in one line a step."""
    return tuple(f"{event.step_key}: {failure_reason(event)}" for event in step_failures)


def failure_reason(event: dg.DagsterEvent) -> str:
    """Why a step failed: what it said itself, else the innermost error."""
    data = event.step_failure_data
    if data.user_failure_data and data.user_failure_data.description:
        return " ".join(data.user_failure_data.description.split())
    error = data.error
    while error and error.cause:
        error = error.cause
    return " ".join(error.message.split()) if error else "no reason was recorded"
