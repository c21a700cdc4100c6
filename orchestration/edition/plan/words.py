"""Says in a line what changes of a cell."""

from __future__ import annotations

from orchestration.edition.plan.model import Change


def in_words(change: Change) -> str:
    """One cell, and what it goes from and to, in a line."""
    period = f"{change.period_start} to {change.period_end}"
    parts = [] if change.breakdown_type == "all" else [change.breakdown_value]
    where = ", ".join([change.geography_level, change.organisation_code, *parts])
    before = figure(change.former_value, change.former_status)
    after = figure(change.value, change.status)
    return f"{change.measure_id} ({change.definition_id}), {period}, {where}: {before} -> {after}"


def cells(count: int) -> str:
    """How many cells, as people write it."""
    return f"{count:,} {'cell' if count == 1 else 'cells'}"


def figure(value: float | None, status: str | None) -> str:
    """A value as people write it, or why there is none."""
    if value is None:
        return (status or "nothing").replace("_", " ")
    return f"{value:,.2f}".rstrip("0").rstrip(".")
