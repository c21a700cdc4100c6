"""Asks an edition, and says what comes close where it has no such thing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import duckdb

from orchestration.errors import WRONG_USAGE, PlainError

SHOWN = 8


def rows_of(
    edition: duckdb.DuckDBPyConnection, query: str, parameters: Mapping[str, Any] | None = None
) -> list[dict[str, Any]]:
    """The rows of a query of the edition, by column."""
    answer = edition.execute(query, parameters)
    names = [column[0] for column in answer.description or []]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def unclear(problem: str, choices: list[str], lead: str = "Did you mean one of: ") -> PlainError:
    """An error that names what comes close, or where to look."""
    more = f" and {len(choices) - SHOWN} more" if len(choices) > SHOWN else ""
    step = (
        f"{lead}{', '.join(choices[:SHOWN])}{more}."
        if choices
        else (
            '`people-plan sql "from reference.measures"` lists measures, '
            "`from reference.organisations` organisations."
        )
    )
    return PlainError(problem, step, exit_code=WRONG_USAGE)
