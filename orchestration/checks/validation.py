"""Runs a suite inside DuckDB: the only module that imports Great Expectations."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")

import great_expectations as gx
from great_expectations.data_context.types.base import ProgressBarsConfig
from great_expectations.datasource.fluent.sql_datasource import SQLDatasource
from great_expectations.expectations.expectation_configuration import ExpectationConfiguration
from great_expectations.expectations.metadata_types import FailureSeverity
from sqlalchemy.dialects import postgresql

from orchestration.checks import dialect
from orchestration.checks.documents import EXPECTATIONS, SuiteError
from orchestration.checks.results import FAILING_KEYS_SHOWN, ExpectationResult
from orchestration.checks.suites import Rule, Suite

DATASOURCE = "warehouse"
POSITION = "position"


def validate(warehouse: Path, suite: Suite) -> tuple[ExpectationResult, ...]:
    """Evaluates every expectation of a suite, as SQL, on the table it names; none is left open.

    The results stand in the order of the suite.
    """
    with _datasource(warehouse, suite.schema_name) as datasource:
        table = datasource.add_table_asset(suite.name, table_name=suite.table)
        batch = table.add_batch_definition_whole_table(suite.name).get_batch()
        # COMPLETE alone returns the rows of a query; the engine itself stops at 200 values.
        report = batch.validate(
            _gx_suite(suite),
            result_format={
                "result_format": "COMPLETE",
                "unexpected_index_column_names": list(suite.meta.key_columns),
                "partial_unexpected_count": FAILING_KEYS_SHOWN,
                "return_unexpected_index_query": False,
            },
        )
    found = {_position(result): result for result in report.results}
    return tuple(_result(rule, found[at]) for at, rule in enumerate(suite.expectations))


@cache
def _context() -> Any:
    """One context a process: it keeps nothing on disk, draws no progress bars, calls no one."""
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    dialect.register()
    return context


@contextmanager
def _datasource(warehouse: Path, schema: str) -> Iterator[SQLDatasource]:
    """A schema of the warehouse, for as long as it is looked at."""
    context = _context()
    datasource = context.data_sources.add_sql(
        DATASOURCE, connection_string=dialect.url(warehouse, schema)
    )
    execution = datasource.get_execution_engine()
    # DuckDB matches patterns in PostgreSQL's words; GX knows how to ask only for dialects it names.
    execution.dialect_module = postgresql
    try:
        yield datasource
    finally:
        context.data_sources.delete(DATASOURCE)
        # GX opens one engine to test the connection and another to run.
        for engine in (datasource.get_engine(), execution.engine):
            engine.dispose()
            engine.dialect.close_all()


def _gx_suite(suite: Suite) -> gx.ExpectationSuite:
    return gx.ExpectationSuite(
        name=suite.name,
        expectations=[_gx_expectation(suite, at) for at in range(len(suite.expectations))],
    )


def _gx_expectation(suite: Suite, at: int) -> Any:
    """The expectation that stands at a position of the suite.

    Raises `SuiteError` where Great Expectations does not know the type or its arguments.
    """
    rule = suite.expectations[at]
    try:
        return ExpectationConfiguration(
            type=rule.type,
            kwargs=dict(rule.kwargs),
            severity=FailureSeverity(rule.severity),
            meta={POSITION: at},
        ).to_domain_obj()
    except Exception as error:
        path = EXPECTATIONS / suite.schema_name / f"{suite.table}.json"
        problem = f"expectation {at + 1} ({rule.type}) is not one: {error}"
        raise SuiteError(path, problem, "Correct its type or its kwargs") from error


def _result(rule: Rule, validated: Any) -> ExpectationResult:
    found = validated.result or {}
    error = _raised(validated.exception_info)
    passed = bool(validated.success) and error is None
    return ExpectationResult(
        type=rule.type,
        columns=rule.columns,
        expected=rule.expected,
        reason=rule.meta.reason,
        severity=rule.severity,
        passed=passed,
        observed=None if error else _observed(rule, found),
        unexpected_count=None if error else _unexpected_count(rule, found),
        element_count=found.get("element_count"),
        failing_keys=() if passed or error else _failing_keys(found),
        error=error,
    )


def _position(validated: Any) -> int:
    """Which expectation of the suite a result is of: GX puts those that raised first."""
    return int(validated.expectation_config.meta[POSITION])


def _raised(info: dict[str, Any]) -> str | None:
    """The message of an exception, which GX files under each metric that could not be had."""
    entries = info.values() if "raised_exception" not in info else [info]
    messages = [
        str(entry["exception_message"]).strip() for entry in entries if entry["raised_exception"]
    ]
    return "\n".join(dict.fromkeys(messages)) or None


def _observed(rule: Rule, found: dict[str, Any]) -> str | None:
    value = None if rule.query else found.get("observed_value")
    return None if value is None else str(value)


def _unexpected_count(rule: Rule, found: dict[str, Any]) -> int | None:
    count = found.get("observed_value") if rule.query else found.get("unexpected_count")
    return None if count is None else int(count)


def _failing_keys(found: dict[str, Any]) -> tuple[dict[str, Any], ...]:
    """Rows by their key where GX can tell them, by the offending values where it cannot."""
    rows = (
        found.get("partial_unexpected_index_list")
        or found.get("details", {}).get("unexpected_rows")
        or found.get("partial_unexpected_list")
        or ()
    )
    return tuple(
        dict(row) if isinstance(row, dict) else {"value": row} for row in rows[:FAILING_KEYS_SHOWN]
    )
