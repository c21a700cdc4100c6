"""Counts what changes in the marts that are not made of cells: promises, outcomes, freshness."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from orchestration.edition.contents import identifier

# What changes in these is told cell by cell, or follows from it.
TOLD_BY_CELL = (
    "looking_after_our_people",
    "belonging_in_the_nhs",
    "new_ways_of_working_and_delivering_care",
    "growing_for_the_future",
    "metric_history",
    "revisions",
    "scorecard",
)
COMMON_COLUMNS = """
select
    present.table_name,
    string_agg('"' || present.column_name || '"', ', ' order by present.column_index)
from duckdb_columns() as present
inner join duckdb_columns() as former using (schema_name, table_name, column_name)
where
    present.database_name = $now and former.database_name = $before
    and schema_name = 'marts' and not list_contains($told_by_cell, present.table_name)
group by present.table_name
order by present.table_name
"""


@dataclass(frozen=True)
class TableChange:
    """How many rows of a mart are new, and how many are gone; one that changed is both."""

    table: str
    new_rows: int
    gone_rows: int


def compare_tables(
    connection: duckdb.DuckDBPyConnection, *, now: str, before: str | None
) -> tuple[TableChange, ...]:
    """The marts, other than those of figures, whose rows differ in the columns that both have."""
    if before is None:
        return ()
    tables = connection.execute(
        COMMON_COLUMNS, {"now": now, "before": before, "told_by_cell": list(TOLD_BY_CELL)}
    ).fetchall()
    changes = (
        TableChange(
            f"marts.{table}",
            _rows_only_in(connection, table, columns, now, before),
            _rows_only_in(connection, table, columns, before, now),
        )
        for table, columns in tables
    )
    return tuple(one for one in changes if one.new_rows or one.gone_rows)


def _rows_only_in(
    connection: duckdb.DuckDBPyConnection, table: str, columns: str, here: str, there: str
) -> int:
    name = f"marts.{identifier(table)}"
    counted = connection.execute(
        f"select count(*) from (select {columns} from {here}.{name} "
        f"except all select {columns} from {there}.{name})"
    ).fetchone()
    return int(counted[0]) if counted else 0
