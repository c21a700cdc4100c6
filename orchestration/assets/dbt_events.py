"""What became of dbt's nodes, as Dagster's events and in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import dagster as dg

from orchestration.assets.dbt_graph import DbtGraph
from orchestration.dbt.runner import NodeResult

NAMED_FAILURES = 5

Event = dg.MaterializeResult[Any] | dg.AssetCheckResult | dg.AssetObservation


@dataclass
class Tally:
    """What a run of dbt has done so far."""

    built: set[str] = field(default_factory=set)
    failed: list[NodeResult] = field(default_factory=list)
    skipped: list[NodeResult] = field(default_factory=list)

    def add(self, result: NodeResult) -> None:
        """Count one result."""
        if result.status == "skipped":
            self.skipped.append(result)
        elif not result.is_good:
            self.failed.append(result)
        elif result.kind in ("model", "seed"):
            self.built.add(result.unique_id)


def events(
    graph: DbtGraph, context: dg.AssetExecutionContext, result: NodeResult
) -> Iterator[Event]:
    """One node's result as Dagster's events."""
    if result.unique_id in graph.assets:
        if result.is_good:
            yield dg.MaterializeResult(
                asset_key=graph.assets[result.unique_id].key, metadata=_metadata(result)
            )
    elif result.status != "skipped" and result.unique_id in graph.checks:
        check = graph.checks[result.unique_id]
        if check.key in context.selected_asset_check_keys:
            yield dg.AssetCheckResult(
                asset_key=check.asset_key,
                check_name=check.name,
                passed=result.status == "pass",
                severity=_severity(result),
                description=result.message or None,
                metadata=_metadata(result),
            )
        else:
            # dbt also runs tests between a selected table and one that is not.
            yield dg.AssetObservation(
                check.asset_key,
                description=f"dbt test {check.name}: {result.status}. {result.message}",
                metadata=_metadata(result),
            )


def fail_unless_whole(graph: DbtGraph, context: dg.AssetExecutionContext, tally: Tally) -> None:
    """Raise `dagster.Failure` naming the first failures, or what was planned and not built."""
    if tally.failed:
        first = [sentence(graph, result) for result in tally.failed[:NAMED_FAILURES]]
        others = len(tally.failed) - len(first)
        more = [f"and {others} more"] if others else []
        raise dg.Failure(
            "dbt failed: " + "; ".join([*first, *more]) + f". {len(tally.skipped)} nodes were "
            "skipped because of it.",
            allow_retries=False,
        )
    missing = [
        spec.key.to_user_string()
        for unique_id, spec in graph.assets.items()
        if spec.key in context.selected_asset_keys and unique_id not in tally.built
    ]
    if missing:
        raise dg.Failure(f"dbt did not build what was planned: {', '.join(missing)}.")


def sentence(graph: DbtGraph, result: NodeResult) -> str:
    """What happened to a node, in the words of a person."""
    message = " ".join(result.message.split())
    if result.unique_id in graph.checks:
        check = graph.checks[result.unique_id]
        rows = f"{result.failure_count} rows" if result.status in ("fail", "warn") else message
        return f"test {check.name} of {check.asset_key.to_user_string()}: {rows or result.status}"
    if result.unique_id in graph.assets:
        key = graph.assets[result.unique_id].key.to_user_string()
        return f"{result.kind} {key}: {message or result.status}"
    return f"{result.unique_id}: {message or result.status}"


def _severity(result: NodeResult) -> dg.AssetCheckSeverity:
    is_warning = result.status == "warn"
    return dg.AssetCheckSeverity.WARN if is_warning else dg.AssetCheckSeverity.ERROR


def _metadata(result: NodeResult) -> dict[str, Any]:
    rows = {} if result.row_count is None else {"dagster/row_count": result.row_count}
    failing = {} if result.kind != "test" else {"failing rows": result.failure_count}
    return {**rows, **failing, "seconds": result.seconds, "status": result.status}
