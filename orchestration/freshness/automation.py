"""What runs by itself once something it is made of has changed, and what holds it back."""

from __future__ import annotations

from typing import Any

import dagster as dg

SENSOR = "automation"
# Files that land do not wait for it; a look at the whole graph costs seconds of a processor.
SECONDS = 120


def follows_its_inputs() -> dg.AutomationCondition[Any]:
    """Whenever an input changed, unless a blocking check or a failed run stands in the way.

    A table that failed, or an input of it, is not tried again by itself: the next file or a person
    starts it.
    """
    failed = dg.AutomationCondition.execution_failed()
    return (
        dg.AutomationCondition.eager()
        & dg.AutomationCondition.all_deps_blocking_checks_passed()
        & ~failed
        & ~dg.AutomationCondition.any_deps_match(failed)
    ).with_label("an input changed, its blocking checks hold, and nothing failed")


def automation_sensor(selection: dg.AssetSelection) -> dg.AutomationConditionSensorDefinition:
    """Looks for changed inputs; one run takes in all that follows from them."""
    return dg.AutomationConditionSensorDefinition(
        SENSOR,
        target=selection,
        default_status=dg.DefaultSensorStatus.RUNNING,
        minimum_interval_seconds=SECONDS,
        description="Waits for tables that were built by themselves, and builds what follows from "
        "them, up to the edition. Files in landing are the other sensor's.",
        run_tags={"people_plan/started_by": SENSOR},
    )
