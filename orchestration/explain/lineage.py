"""Which models and raw tables lie between the published files and a metric, by dbt's manifest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

from orchestration.errors import PlainError
from orchestration.home import Home

REFERENCE = "reference"
LAYERS = ("raw", "staging", "intermediate", "metrics", "marts")


@dataclass(frozen=True)
class Step:
    """One relation on the way, `name` as `schema.table`; `sql_file` below what dbt compiled.

    `kind` is `raw`, `model` or `reference`: reference data are a map and no figure, so that nothing
    before them is followed.
    """

    name: str
    kind: str
    parents: tuple[str, ...] = ()
    sql_file: str | None = None


def steps_to(manifest: Mapping[str, Any], metric_id: str) -> list[Step]:
    """All that a metric model is made of, parents first, itself last. KeyError: no such model."""
    nodes: dict[str, Any] = {**manifest["nodes"], **manifest["sources"]}
    graph: dict[str, list[str]] = {}
    waiting = [f"model.people_plan.{metric_id}"]
    while waiting:
        unique_id = waiting.pop()
        if unique_id in graph:
            continue
        parents = [] if _kind(nodes[unique_id]) != "model" else _parents(nodes[unique_id])
        graph[unique_id] = parents
        waiting += parents
    return [_step(nodes, unique_id) for unique_id in TopologicalSorter(graph).static_order()]


def compiled_sql(home: Home, step: Step) -> str:
    """A model's SQL as the last build ran it. Raises `PlainError` where it is gone."""
    path = home.dbt_target / "compiled" / Path(str(step.sql_file))
    if not path.exists():
        raise PlainError(
            f"The SQL that {step.name} was built with is not in {home.dbt_target}.",
            "Run `people-plan build --full`: it is written again, and no figure changes.",
        )
    return path.read_text("utf-8")


def _kind(node: Mapping[str, Any]) -> str:
    if node["resource_type"] == "source":
        return "raw"
    return "reference" if node["schema"] == REFERENCE else "model"


def _parents(node: Mapping[str, Any]) -> list[str]:
    parents: list[str] = node["depends_on"]["nodes"]
    return sorted(set(parents))


def _name(node: Mapping[str, Any]) -> str:
    return f"{node['schema']}.{node.get('alias') or node['name']}"


def _step(nodes: Mapping[str, Any], unique_id: str) -> Step:
    node = nodes[unique_id]
    kind = _kind(node)
    if kind != "model":
        return Step(_name(node), kind)
    return Step(
        _name(node),
        kind,
        tuple(_name(nodes[parent]) for parent in _parents(node)),
        f"{node['package_name']}/{node['original_file_path']}",
    )
