"""Runs the SQL of a build's models, as dbt compiled it, over other raw tables than its own."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from graphlib import TopologicalSorter
from typing import Any

import duckdb

from orchestration.home import Home

HISTORY = "model.people_plan.metric_history"


class Replay(ABC):
    """`marts.metric_history` as those raw tables make it, in the database `warehouse`.

    The home's own build is attached, read only, as `built`. Models below no raw table that differs
    are taken from it: the same SQL over the same rows.
    """

    def __init__(self, home: Home) -> None:
        self.home = home
        manifest = json.loads((home.dbt_target / "manifest.json").read_text("utf-8"))
        self._nodes: dict[str, Any] = manifest["nodes"] | manifest["sources"]

    @abstractmethod
    def lay(self, table: str) -> bool:
        """Makes `warehouse.<table>`, a table of the schema raw; returns whether it differs."""

    def keep(self, node: dict[str, Any]) -> None:
        """Takes a model over from the home's build."""
        table = f"{node['schema']}.{node['alias']}"
        self.connection.execute(f"create view warehouse.{table} as from built.{table}")

    def __enter__(self) -> duckdb.DuckDBPyConnection:
        self.connection = duckdb.connect()
        self.connection.execute(f"attach '{self.home.warehouse}' as built (read_only)")
        self.connection.execute("attach ':memory:' as warehouse")
        self._build()
        return self.connection

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    def _build(self) -> None:
        differs: dict[str, bool] = {}
        for name in TopologicalSorter(self._ancestors()).static_order():
            node = self._nodes[name]
            self.connection.execute(f"create schema if not exists warehouse.{node['schema']}")
            if node["resource_type"] == "source":
                differs[name] = self.lay(f"{node['schema']}.{node['identifier']}")
                continue
            differs[name] = any(differs[parent] for parent in self._parents(name))
            if differs[name]:
                self._make(node)
            else:
                self.keep(node)

    def _ancestors(self) -> dict[str, list[str]]:
        graph: dict[str, list[str]] = {}
        waiting = [HISTORY]
        while waiting:
            name = waiting.pop()
            if name not in graph:
                graph[name] = self._parents(name)
                waiting += graph[name]
        return graph

    def _parents(self, name: str) -> list[str]:
        parents: list[str] = self._nodes[name].get("depends_on", {}).get("nodes", [])
        return parents

    def _make(self, node: dict[str, Any]) -> None:
        compiled = (
            self.home.dbt_target / "compiled" / "people_plan" / node["original_file_path"]
        ).read_text("utf-8")
        self.connection.execute(
            f"create table warehouse.{node['schema']}.{node['alias']} as {compiled}"
        )
