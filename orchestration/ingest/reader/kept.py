"""Keeps the rows that passed, a temporary table a raw table, and writes each as a Parquet file."""

from __future__ import annotations

from pathlib import Path

import duckdb

from orchestration.catalogue import Table
from orchestration.catalogue.tables import ReleasePeriod
from orchestration.ingest.reader.reading import TableReading
from orchestration.ingest.reader.recognise import Recognised
from orchestration.ingest.reader.refusal import RefusedError
from orchestration.ingest.reader.session import names, one_row, quoted

ADDED_AT_LOADING = ("published_on", "file_id")


def keep(connection: duckdb.DuckDBPyConnection, recognised: Recognised, *, synthetic: bool) -> None:
    """Adds the rows, as checked, to what the file holds of their raw table."""
    table = recognised.table
    unstated = "release" if isinstance(table.period, ReleasePeriod) else "all"
    parts = [f"coalesce(period_end::varchar, {quoted(unstated)})"]
    parts += [f"coalesce(\"{name}\", '')" for name in table.part]
    lineage = "column_number, " if table.is_crosstab else ""
    query = f"""
        select
            {names(list(table.columns))},
            {quoted(recognised.layout_id)} as layout_id,
            sheet_name,
            row_number,
            {lineage}
            {str(synthetic).lower()} as is_synthetic,
            period_start,
            period_end,
            {" || '/' || ".join(parts)} as part
        from typed
    """
    connection.execute(
        f'create temp table if not exists "{recognised.raw_table}" as {query} limit 0'
    )
    position = ", column_number" if table.is_crosstab else ""
    connection.execute(
        f'insert into "{recognised.raw_table}" {query} order by row_number{position}'
    )


def write(
    connection: duckdb.DuckDBPyConnection, raw_table: str, table: Table, folder: Path
) -> TableReading:
    """Writes `<raw table>.parquet`. Raises `RefusedError` where sheets hold the same keys."""
    if table.key:
        repeated = one_row(
            connection,
            f"""
            select list(distinct sheet_name order by sheet_name)
            from "{raw_table}"
            group by {names(table.key)}
            having count(distinct sheet_name) > 1
            limit 1
            """,
        )
        if repeated:
            raise RefusedError(
                f"the sheets {' and '.join(repeated[0])} hold rows with the same key",
                "Delete the sheet that repeats the other, or land them as two files.",
            )
    columns = names([name for name in table.sql_columns if name not in ADDED_AT_LOADING])
    target = quoted(str(folder / f"{raw_table}.parquet"))
    connection.execute(
        f'copy (select {columns} from "{raw_table}") to {target} (format parquet, compression zstd)'
    )
    layouts, rows, first, last, parts = one_row(
        connection,
        f"""
        select
            list(distinct layout_id order by layout_id),
            count(*),
            min(period_start)::varchar,
            max(period_end)::varchar,
            list(distinct part order by part)
        from "{raw_table}"
        """,
    )
    return TableReading(tuple(layouts), rows, first, last, tuple(parts))
