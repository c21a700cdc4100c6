"""What a run set out to do and why it failed, from the run's own record."""

import textwrap
from collections.abc import Iterable

import dagster as dg

SENTENCE_CHARACTERS = 400
INTERRUPTIONS = {"DagsterExecutionInterruptedError", "KeyboardInterrupt"}
Kind = dg.DagsterEventType


def assets_of(instance: dg.DagsterInstance, run_id: str, kind: Kind) -> set[dg.AssetKey]:
    """The assets that a run planned to materialise, or that it materialised."""
    records = instance.get_records_for_run(run_id, of_type=kind).records
    events = [record.event_log_entry.get_dagster_event() for record in records]
    return {event.asset_key for event in events if event.asset_key}


def failure_reasons(instance: dg.DagsterInstance, run_id: str) -> tuple[str, ...]:
    """One line for each blocking check that failed and each step that failed otherwise."""
    records = instance.get_records_for_run(
        run_id, of_type={Kind.STEP_FAILURE, Kind.ASSET_CHECK_EVALUATION, Kind.RUN_FAILURE}
    ).records
    events = [record.event_log_entry.get_dagster_event() for record in records]
    checks = [event for event in events if event.event_type == Kind.ASSET_CHECK_EVALUATION]
    steps = [event for event in events if event.event_type == Kind.STEP_FAILURE]
    explained = {event.step_key for event in checks if _is_blocking_failure(event)}
    reasons = [
        *(check_sentence(event) for event in checks if _is_blocking_failure(event)),
        *(step_sentence(event) for event in steps if not _is_about_checks(event, explained)),
    ]
    ends = [event.message for event in events if event.event_type == Kind.RUN_FAILURE]
    return tuple(reasons or [message for message in ends if message] or ["It ended unfinished."])


def check_sentence(event: dg.DagsterEvent) -> str:
    """A failed check: which, of what, and what it found."""
    check = event.asset_check_evaluation_data
    name = f"check {check.check_name} of {check.asset_key.to_user_string()}"
    return _shortened(f"{name}: {check.description or 'failed'}")


def step_sentence(event: dg.DagsterEvent) -> str:
    """A failed step: what it said itself, else the innermost error."""
    data = event.step_failure_data
    if data.user_failure_data and data.user_failure_data.description:
        return _shortened(data.user_failure_data.description)
    error = data.error
    while error and error.cause:
        error = error.cause
    if error and error.cls_name in INTERRUPTIONS:
        return f"step {event.step_key}: it was interrupted"
    return _shortened(f"step {event.step_key}: {error.message if error else 'failed'}")


def _is_blocking_failure(event: dg.DagsterEvent) -> bool:
    check = event.asset_check_evaluation_data
    is_failure = not check.passed and check.severity == dg.AssetCheckSeverity.ERROR
    return is_failure and bool(check.blocking)


def _is_about_checks(event: dg.DagsterEvent, explained: Iterable[str | None]) -> bool:
    """A step of suites fails because its checks did, and they have been told already."""
    error = event.step_failure_data.error
    is_check_error = bool(error and error.cls_name == "DagsterAssetCheckFailedError")
    return is_check_error and event.step_key in explained


def _shortened(text: str) -> str:
    return textwrap.shorten(text, SENTENCE_CHARACTERS, placeholder=" ...")
