"""Answers of the engine as rows whose values are known by their columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import duckdb


def rows_of(
    connection: duckdb.DuckDBPyConnection,
    query: str,
    parameters: Mapping[str, Any] | None = None,
) -> list[dict[str, Any]]:
    """The rows of a query, by column."""
    answer = connection.execute(query, parameters)
    names = [column[0] for column in answer.description or []]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
