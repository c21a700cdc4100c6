"""The last look at an edition before anybody sees it: what must hold of it as a whole."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import duckdb

from orchestration.edition.contents import identifier, plain
from orchestration.edition.disclosure import gate as disclosure
from orchestration.edition.model import Finding
from orchestration.edition.plan import Plan, gate

MIX_VARIABLE = "PEOPLE_PLAN_MIX_SYNTHETIC"
REQUIRED = {
    "marts": (
        "looking_after_our_people",
        "belonging_in_the_nhs",
        "new_ways_of_working_and_delivering_care",
        "growing_for_the_future",
        "scorecard",
        "metric_history",
        "revisions",
        "workforce_outcomes",
        "commitments",
        "interim_plan_actions",
        "delivery_evidence",
        "freshness",
        "geography_reconciliation",
        "geography_differences",
        "coverage",
        "coverage_summary",
    ),
    "reference": (
        "metrics",
        "measures",
        "chapters",
        "publications",
        "definitions",
        "organisations",
        "organisation_changes",
        "organisation_map",
        "availability_statuses",
        "disclosure_kinds",
        "disclosure_tables",
        "discontinuities",
        "document_facts",
        "files",
        "frequencies",
        "freshness_subjects",
        "hidden_beside_blanks",
        "hidden_figures",
        "interval_bases",
        "lineage",
        "measure_breaks",
        "periods_received",
        "publication_calendars",
        "release_calendar",
        "revision_limits",
        "targets",
    ),
}
RULES: dict[str, str] = {
    "required_tables_are_present": "Every mart and reference table that analysts rely on is there, "
    "and the scorecard has rows.",
    "synthetic_stands_alone": "No synthetic row stands beside a published one, unless "
    f"{MIX_VARIABLE}=1 asks for it.",
    "no_value_is_missing_without_a_status": "A null value has an availability status other than "
    "observed, in every mart.",
    disclosure.RULE: disclosure.TEXT,
    gate.RULE: gate.TEXT,
    "no_log_is_left_beside_it": "The file is complete in itself: no write-ahead log lies by it.",
}

Rule = Callable[[duckdb.DuckDBPyConnection], Finding]


def audit(connection: duckdb.DuckDBPyConnection, plan: Plan) -> tuple[Finding, ...]:
    """Every rule on the content of the database attached as `edition`, in the order of `RULES`.

    `plan` says what it changes of the edition that stands.
    """
    rules: tuple[Rule, ...] = (
        required_tables_are_present,
        synthetic_stands_alone,
        no_value_is_missing_without_a_status,
        nothing_hidden_can_be_worked_out,
    )
    held = gate.no_unusual_revision_is_unacknowledged(plan)
    return (*(rule(connection) for rule in rules), held)


def required_tables_are_present(connection: duckdb.DuckDBPyConnection) -> Finding:
    """All of `REQUIRED`, with at least one row in the scorecard."""
    present = set(
        connection.execute(
            "select schema_name, table_name from duckdb_tables() where database_name = 'edition'"
        ).fetchall()
    )
    missing = [
        f"{schema}.{table}"
        for schema, tables in REQUIRED.items()
        for table in tables
        if (schema, table) not in present
    ]
    if missing:
        return _failed("required_tables_are_present", f"It lacks {', '.join(missing)}.")
    counted = connection.execute("select count(*) from edition.marts.scorecard").fetchone()
    if counted == (0,):
        return _failed("required_tables_are_present", "marts.scorecard has no rows.")
    return _passed("required_tables_are_present", f"All {sum(map(len, REQUIRED.values()))} tables.")


def synthetic_stands_alone(connection: duckdb.DuckDBPyConnection) -> Finding:
    """Rows that come from files are all synthetic, or all published."""
    rule = "synthetic_stands_alone"
    tables = _tables_with(connection, "is_synthetic", "file_id")
    kinds: set[bool] = set()
    for table in tables:
        rows = connection.execute(
            f"select distinct is_synthetic from {table} where file_id is not null"
        ).fetchall()
        kinds.update(bool(is_synthetic) for (is_synthetic,) in rows)
    if len(kinds) < 2:
        return _passed(rule, f"All rows are {'synthetic' if True in kinds else 'published'}.")
    if os.environ.get(MIX_VARIABLE) == "1":
        return _passed(
            rule, f"Synthetic and published rows are mixed: {MIX_VARIABLE}=1 asks for it."
        )
    return _failed(
        rule,
        "It holds synthetic rows beside published ones: take the synthetic files out of landing, "
        f"or set {MIX_VARIABLE}=1.",
    )


def no_value_is_missing_without_a_status(connection: duckdb.DuckDBPyConnection) -> Finding:
    """No row has a null value and the status of an observed one, or none at all."""
    rule = "no_value_is_missing_without_a_status"
    silent = []
    tables = _tables_with(connection, "value", "availability_status")
    for table in tables:
        counted = connection.execute(
            f"""
            select count(*) from {table}
            where value is null and coalesce(availability_status, 'observed') = 'observed'
            """
        ).fetchone()
        if counted and counted[0]:
            silent.append(f"{counted[0]} rows of {plain(table)}")
    if silent:
        return _failed(rule, f"Values are missing without a status in {', '.join(silent)}.")
    return _passed(rule, f"{len(tables)} tables with values.")


def nothing_hidden_can_be_worked_out(connection: duckdb.DuckDBPyConnection) -> Finding:
    """No hidden cell is the only solution of what is shown; needs all of `REQUIRED`."""
    if not required_tables_are_present(connection).is_passed:
        return _passed(disclosure.RULE, "Not looked at, as the first rule has failed.")
    return disclosure.nothing_hidden_can_be_worked_out(connection)


def no_log_is_left_beside_it(draft: Path) -> Finding:
    """Look once the file is closed: what DuckDB could not write back would lie in a `.wal`."""
    log = log_of(draft)
    if log.exists():
        return _failed("no_log_is_left_beside_it", f"A write-ahead log was left: {log.name}.")
    return _passed("no_log_is_left_beside_it", "Written back completely.")


def log_of(database: Path) -> Path:
    """Where DuckDB keeps the write-ahead log of a file."""
    return database.with_name(database.name + ".wal")


def _tables_with(connection: duckdb.DuckDBPyConnection, *columns: str) -> list[str]:
    """The marts that have all of these columns, as quoted names."""
    found = connection.execute(
        """
        select schema_name, table_name
        from duckdb_columns()
        where database_name = 'edition' and schema_name = 'marts'
            and list_contains($columns, column_name)
        group by schema_name, table_name
        having count(*) = len($columns)
        order by schema_name, table_name
        """,
        {"columns": list(columns)},
    ).fetchall()
    return [f"edition.{identifier(schema)}.{identifier(table)}" for schema, table in found]


def _passed(rule: str, detail: str) -> Finding:
    return Finding(rule, is_passed=True, detail=detail)


def _failed(rule: str, detail: str) -> Finding:
    return Finding(rule, is_passed=False, detail=detail)
