"""Suites and tables agree: every raw table and mart has one, and what a suite names is there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import duckdb
import pytest

from orchestration.catalogue import load_catalogue
from orchestration.checks.asset_checks import REGISTER
from orchestration.checks.documents import EXPECTATIONS, PARAMETER
from orchestration.checks.suites import Suite, suites_of

SUITES = [*suites_of("raw"), *suites_of("marts")]


@pytest.fixture(scope="module")
def tables(manifest: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Every raw table and mart with the type of each column, the register's as far as declared."""
    raw = {
        f"raw.{name}": dict(table.sql_columns)
        for publication in load_catalogue().publications.values()
        for name, table in publication.raw_tables.items()
    }
    register = {
        f"raw.{source['name']}": {name: _register_type(name) for name in source["columns"]}
        for source in manifest["sources"].values()
        if source["name"] in REGISTER
    }
    marts = {
        f"marts.{node['name']}": {
            column["name"]: column["data_type"] for column in node["columns"].values()
        }
        for node in manifest["nodes"].values()
        if node["resource_type"] == "model" and node["schema"] == "marts"
    }
    return {**raw, **register, **marts}


def _register_type(column: str) -> str:
    if column.startswith("is_"):
        return "boolean"
    if column.endswith("_at"):
        return "timestamp"
    if column.endswith("_on") or column.startswith("period_"):
        return "date"
    return "bigint" if column.endswith(("_count", "_bytes")) else "varchar"


def test_every_table_has_a_suite_and_every_suite_a_table(tables: dict[str, Any]) -> None:
    assert sorted(suite.name for suite in SUITES) == sorted(tables)


@pytest.mark.parametrize("suite", SUITES, ids=lambda suite: suite.name)
def test_named_columns_are_there(suite: Suite, tables: dict[str, dict[str, str]]) -> None:
    named = {
        *suite.meta.key_columns,
        *(name for rule in suite.expectations for name in rule.columns),
    }
    assert named - set(tables[suite.name]) == set()


@pytest.mark.parametrize("suite", SUITES, ids=lambda suite: suite.name)
def test_queries_run_on_the_columns_there_are(
    suite: Suite, tables: dict[str, dict[str, str]]
) -> None:
    columns = ", ".join(f'"{name}" {kind}' for name, kind in tables[suite.name].items())
    with duckdb.connect() as connection:
        connection.execute(f"create table batch ({columns})")
        for rule in suite.expectations:
            if rule.query:
                connection.execute(f"explain {rule.query.format(batch='batch')}")


@pytest.mark.parametrize("suite", SUITES, ids=lambda suite: suite.name)
def test_what_blocks_comes_first_and_nothing_is_said_twice(suite: Suite) -> None:
    said = [(rule.columns, rule.expected, rule.severity) for rule in suite.expectations]
    assert len(said) == len(set(said))
    own = [rule.severity for rule in suite.expectations[-_own_length(suite) :]]
    assert own == sorted(own)


def test_shared_values_and_lists_are_used() -> None:
    documents = [json.loads(path.read_text("utf-8")) for path in EXPECTATIONS.rglob("*/*.json")]
    parameters = json.loads((EXPECTATIONS / "parameters.json").read_text("utf-8"))
    assert set(parameters) == {name for document in documents for name in _parameters(document)}
    shared = {path.stem for path in (EXPECTATIONS / "shared").glob("*.json")}
    assert shared == {name for suite in SUITES for name in suite.includes}


def _own_length(suite: Suite) -> int:
    path = EXPECTATIONS / suite.schema_name / f"{suite.table}.json"
    return len(json.loads(path.read_text("utf-8"))["expectations"])


def _parameters(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for item in node:
            yield from _parameters(item)
    elif isinstance(node, dict):
        if PARAMETER in node:
            yield node[PARAMETER]
        for value in node.values():
            yield from _parameters(value)
