"""Questions about a dbt manifest: what is a table, what follows from it, what tests it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from typing import Any

from orchestration.edition.contents import Described

Manifest = Mapping[str, Any]

RAW = "raw"


def tables(manifest: Manifest) -> dict[str, Mapping[str, Any]]:
    """Every seed and every model that becomes a table or view, by its unique id."""
    return {
        unique_id: node
        for unique_id, node in manifest["nodes"].items()
        if node["resource_type"] == "seed"
        or (node["resource_type"] == "model" and node["config"]["materialized"] != "ephemeral")
    }


def tests(manifest: Manifest) -> dict[str, Mapping[str, Any]]:
    """Every data test, by its unique id. Unit tests are of the code: no build runs them."""
    return {
        unique_id: node
        for unique_id, node in manifest["nodes"].items()
        if node["resource_type"] == "test"
    }


def tested_table(manifest: Manifest, test: Mapping[str, Any]) -> str | None:
    """The table that a test belongs to; None where it only looks at sources.

    A generic test belongs to the model that declares it, a test written as a query to the first
    model that it reads.
    """
    known = tables(manifest)
    candidates = [test.get("attached_node"), *test["depends_on"]["nodes"]]
    return next((unique_id for unique_id in candidates if unique_id in known), None)


def downstream(manifest: Manifest, unique_ids: Iterable[str]) -> set[str]:
    """These tables and all that follow from them, directly or not."""
    known = tables(manifest)
    found: set[str] = set()
    waiting = list(unique_ids)
    while waiting:
        unique_id = waiting.pop()
        if unique_id not in found:
            found.add(unique_id)
            waiting.extend(manifest["child_map"].get(unique_id, ()))
    return {unique_id for unique_id in found if unique_id in known}


def raw_sources(manifest: Manifest) -> dict[str, str]:
    """The unique id of each source in schema `raw`, by table name."""
    return {
        source["name"]: unique_id
        for unique_id, source in manifest["sources"].items()
        if source["source_name"] == RAW
    }


def downstream_of_raw(manifest: Manifest, raw_tables: Iterable[str]) -> set[str]:
    """All tables that follow from these raw tables."""
    known = raw_sources(manifest)
    return downstream(manifest, [known[table] for table in raw_tables if table in known])


def wholly_built(
    manifest: Manifest, raw_tables_of: Mapping[str, Iterable[str]], built: Set[str]
) -> list[str]:
    """The publications of which every table that follows is among those built."""
    return [
        publication_id
        for publication_id, raw_tables in raw_tables_of.items()
        if downstream_of_raw(manifest, raw_tables) <= built
    ]


def descriptions(manifest: Manifest) -> dict[tuple[str, str], Described]:
    """What each table and its columns mean, by schema and name."""
    return {
        (node["schema"], node["name"]): Described(
            _one_line(node["description"]),
            {
                column["name"]: _one_line(column["description"])
                for column in node["columns"].values()
                if column["description"]
            },
        )
        for node in tables(manifest).values()
    }


def _one_line(text: str) -> str:
    return " ".join(text.split())
