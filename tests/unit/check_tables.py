"""Small warehouses and small suites for the tests of the checks."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb

from orchestration.checks.suites import Suite


def warehouse(file: Path, tables: Mapping[str, str]) -> Path:
    """A DuckDB file with each `<schema>.<table>` made by its query."""
    with duckdb.connect(str(file)) as connection:
        for name, query in tables.items():
            connection.execute(f"create schema if not exists {name.partition('.')[0]}")
            connection.execute(f"create or replace table {name} as {query}")
    return file


def change(file: Path, statement: str) -> Path:
    """The same file after one more statement."""
    with duckdb.connect(str(file)) as connection:
        connection.execute(statement)
    return file


def rule(kind: str, severity: str = "critical", **kwargs: Any) -> dict[str, Any]:
    """One expectation of a suite; a query is described by itself."""
    query = kwargs.get("unexpected_rows_query")
    return {
        "type": kind,
        "kwargs": kwargs,
        "severity": severity,
        "meta": {"reason": "because"},
        **({"description": query} if query else {}),
    }


def suite(*rules: dict[str, Any], may_be_empty: bool = True) -> Suite:
    """A suite of the given expectations of `raw.staff`."""
    return Suite.model_validate(
        {
            "name": "raw.staff",
            "meta": {
                "description": "Staff.",
                "key_columns": ["file_id", "row_number"],
                "may_be_empty": may_be_empty,
            },
            "expectations": rules,
        }
    )
