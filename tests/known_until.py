"""A build of what was published until a day: the models' SQL, run over raw tables cut there.

Reference data are not cut: they are a map and no figure (decision 14).
"""

from __future__ import annotations

import json
from datetime import date
from graphlib import TopologicalSorter
from typing import Any

import duckdb

from orchestration.home import Home

HISTORY = "model.people_plan.metric_history"
REFERENCE_DATA = "ods"


class KnownUntil:
    """`marts.metric_history` as a build of that day makes it, in the database `warehouse`.

    The home's own build is attached, read only, as `built`, and its edition as `edition`. Models
    that no cut touches are taken from `built`: the same SQL over the same rows.
    """

    def __init__(self, home: Home, day: date) -> None:
        self._home = home
        self._day = day
        manifest = json.loads((home.dbt_target / "manifest.json").read_text("utf-8"))
        self._nodes: dict[str, Any] = manifest["nodes"] | manifest["sources"]

    def __enter__(self) -> duckdb.DuckDBPyConnection:
        self._connection = duckdb.connect()
        self._connection.execute(f"attach '{self._home.warehouse}' as built (read_only)")
        self._connection.execute(f"attach '{self._home.edition}' as edition (read_only)")
        self._connection.execute("attach ':memory:' as warehouse")
        self._build()
        return self._connection

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def _build(self) -> None:
        is_cut: dict[str, bool] = {}
        for name in TopologicalSorter(self._ancestors()).static_order():
            node = self._nodes[name]
            self._connection.execute(f"create schema if not exists warehouse.{node['schema']}")
            if node["resource_type"] == "source":
                is_cut[name] = self._cut(node)
            else:
                is_cut[name] = any(is_cut[parent] for parent in self._parents(name))
                self._make(node, is_cut=is_cut[name])

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

    def _cut(self, source: dict[str, Any]) -> bool:
        """Leaves out the rows of later files; returns whether there were any."""
        table = f"{source['schema']}.{source['identifier']}"
        is_known = f"published_on <= date '{self._day}'"
        is_known_file = f"({is_known} or publication_id = '{REFERENCE_DATA}')"
        if source["identifier"].startswith(f"{REFERENCE_DATA}__"):
            rows = "true"
        elif source["identifier"] == "files":
            rows = is_known_file
        elif source["identifier"] == "file_arrivals":
            rows = f"file_id in (select file_id from built.raw.files where {is_known_file})"
        else:
            rows = is_known
        self._connection.execute(
            f"create view warehouse.{table} as from built.{table} where {rows}"
        )
        later = self._connection.execute(f"select count(*) from built.{table} where not ({rows})")
        return later.fetchone() != (0,)

    def _make(self, node: dict[str, Any], *, is_cut: bool) -> None:
        table = f"{node['schema']}.{node['alias']}"
        if not is_cut:
            self._connection.execute(f"create view warehouse.{table} as from built.{table}")
            return
        compiled = (
            self._home.dbt_target / "compiled" / "people_plan" / node["original_file_path"]
        ).read_text("utf-8")
        self._connection.execute(f"create table warehouse.{table} as {compiled}")
