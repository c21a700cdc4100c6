"""What is decided, by SQL, about the rows that were taken out of a grid.

Everything works on the temporary table `extracted`; rows that pass are added to a temporary table
that bears the raw table's name.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import duckdb

from orchestration.catalogue import Table
from orchestration.catalogue.layouts import RecordsLayout
from orchestration.catalogue.tables import ReleasePeriod
from orchestration.ingest.reader.kinds import kind_problems
from orchestration.ingest.reader.reading import TableReading
from orchestration.ingest.reader.recognise import Recognised
from orchestration.ingest.reader.refusal import DOWNLOAD_AGAIN, RefusedError, edit_layout
from orchestration.ingest.reader.rules import create_typed, rule_problems
from orchestration.ingest.reader.session import one_number, one_row, quoted

PROBLEMS_SHOWN = 6
ADDED_AT_LOADING = ("published_on", "file_id")


def names(columns: Sequence[str]) -> str:
    """SQL for a list of columns of the catalogue."""
    return ", ".join(f'"{column}"' for column in columns)


def refuse_empty(connection: duckdb.DuckDBPyConnection, recognised: Recognised, where: str) -> None:
    """Raises `RefusedError` where nothing stands below the header."""
    if one_number(connection, "select count(*) from extracted"):
        return
    template = recognised.publication.template
    raise RefusedError(
        f"{where}there is a header and no row below it",
        f"Fill in the template: one row is {recognised.table.grain}; then land it again."
        if template and template.layout == recognised.layout_id
        else DOWNLOAD_AGAIN,
    )


def is_synthetic(connection: duckdb.DuckDBPyConnection, where: str) -> bool:
    """Whether the rows are marked synthetic. Raises `RefusedError` where only some are."""
    marked, rows, other = one_row(
        connection,
        """
        select
            count(*) filter (lower(trim(synthetic_mark)) in ('true', 'synthetic')),
            count(*),
            min(synthetic_mark) filter (
                lower(trim(synthetic_mark)) not in ('true', 'false', 'synthetic', '')
            )
        from extracted
        """,
    )
    if other:
        raise RefusedError(
            f"{where}the column IS_SYNTHETIC holds {other!r}", "Write true on every row, or none."
        )
    if 0 < marked < rows:
        raise RefusedError(
            f"{where}{marked} of {rows} rows are marked synthetic, the others are not",
            "Never mix synthetic with published rows in one file: land two files.",
        )
    return bool(marked)


def leave_out_duplicates(connection: duckdb.DuckDBPyConnection, recognised: Recognised) -> int:
    """Keeps one of exact duplicates, in tables that have a key; returns how many went."""
    if not recognised.table.key:
        return 0
    before = one_number(connection, "select count(*) from extracted")
    columns = names(list(recognised.table.columns))
    connection.execute(
        f"""
        create or replace temp table extracted as
        select * from extracted
        qualify row_number() over (partition by {columns} order by row_number) = 1
        order by row_number
        """
    )
    return before - one_number(connection, "select count(*) from extracted")


def contradictions(connection: duckdb.DuckDBPyConnection, recognised: Recognised) -> str | None:
    """Rows with the same key and different values, in words; None where there are none.

    Raises `RefusedError` unless the layout is known to have them.
    """
    table, layout = recognised.table, recognised.layout
    if not table.key:
        return None
    count, first = one_row(
        connection,
        f"""
        select count(*), min_by(row_numbers, row_numbers[1])
        from (
            select list(row_number order by row_number) as row_numbers
            from extracted
            group by {names(table.key)}
            having count(*) > 1
        )
        """,
    )
    if not count:
        return None
    rows = ", ".join(map(str, first[:5]))
    what = f"{count} keys ({', '.join(table.key)}) stand on several rows, first on rows {rows}"
    if isinstance(layout, RecordsLayout) and layout.keeps_duplicate_keys:
        return what
    raise RefusedError(
        f"{what}, with different values",
        edit_layout(recognised.publication.publication_id, f"tables.{layout.table}.key"),
    )


def refuse_wrong_values(
    connection: duckdb.DuckDBPyConnection, recognised: Recognised, where: str
) -> None:
    """Raises `RefusedError` where values are not of their kind or a rule is broken."""
    publication, layout, table = recognised.publication, recognised.layout, recognised.table
    filled = [name for name in table.columns if name in layout.columns]
    problems = list(kind_problems(connection, table, filled))
    if not problems:
        create_typed(connection, table)
        problems = rule_problems(connection, (*table.rules, *layout.rules), filled)
    if problems:
        shown = "; ".join(problems[:PROBLEMS_SHOWN])
        more = len(problems) - PROBLEMS_SHOWN
        raise RefusedError(
            f"{where}{shown}" + (f"; and {more} more" if more > 0 else ""),
            edit_layout(publication.publication_id, f"tables.{layout.table}"),
        )


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
