"""Runs the suite of one table; loads the engine only when there is something to check."""

from __future__ import annotations

from pathlib import Path

import duckdb

from orchestration.checks.results import SuiteResult
from orchestration.checks.suites import Suite, load_suite


def run_suite(warehouse: Path, schema: str, table: str) -> SuiteResult:
    """Checks one table of a warehouse against its suite and closes the file again.

    Raises `SuiteError` where the suite cannot be read, else as `check_table`.
    """
    return check_table(warehouse, load_suite(schema, table))


def check_table(warehouse: Path, suite: Suite) -> SuiteResult:
    """Checks the table that a suite is about.

    A table that may be empty, and is, is skipped: nothing has been received that could be wrong.
    A table that is not there, and an expectation that cannot be evaluated, are errors of the check.

    Raises `duckdb.IOException` where another process is writing to the warehouse, `SuiteError`
    where the suite holds what is no expectation.
    """
    rows = _row_count(warehouse, suite)
    if rows is None:
        missing = f"{suite.name} is not in {warehouse}: materialise it, then run its check again"
        return SuiteResult(suite.name, rows=0, error=missing)
    if rows == 0 and suite.meta.may_be_empty:
        skipped = f"{suite.name} holds no rows: no file that fills it has been received"
        return SuiteResult(suite.name, rows=0, skipped=skipped)

    # Importing the engine takes seconds: it waits until there is something to check.
    from orchestration.checks.validation import validate  # noqa: PLC0415

    return SuiteResult(suite.name, rows=rows, results=validate(warehouse, suite))


def _row_count(warehouse: Path, suite: Suite) -> int | None:
    """How many rows the table holds; None where there is no warehouse or no such table."""
    if not warehouse.is_file():
        return None
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        known = connection.execute(
            "select 1 from information_schema.tables where table_schema = ? and table_name = ?",
            [suite.schema_name, suite.table],
        ).fetchone()
        if known is None:
            return None
        relation = f'"{suite.schema_name}"."{suite.table}"'
        counted = connection.execute(f"select count(*) from {relation}").fetchone()
    return int(counted[0]) if counted else None
