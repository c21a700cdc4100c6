"""Tells analysts of a failed run: the standing edition says what was withheld, and why."""

from datetime import UTC, datetime

import dagster as dg

from orchestration.assets.edition import EDITION
from orchestration.assets.failures import assets_of, failure_reasons
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
    planned = assets_of(
        context.instance, run.run_id, dg.DagsterEventType.ASSET_MATERIALIZATION_PLANNED
    )
    if EDITION not in planned:
        return dg.SkipReason(f"Run {run.run_id} was not to publish an edition.")
    withhold(
        Home.from_environment(),
        run_id=run.run_id,
        now=_ended_at(context.instance, run.run_id),
        reasons=failure_reasons(context.instance, run.run_id),
    )
    return dg.SkipReason(f"The edition says that run {run.run_id} was withheld.")


def _ended_at(instance: dg.DagsterInstance, run_id: str) -> datetime:
    """When the run failed: an edition published between that moment and this one is newer."""
    ended = instance.get_run_stats(run_id).end_time
    return datetime.fromtimestamp(ended, UTC) if ended else datetime.now(UTC)
