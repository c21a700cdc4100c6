"""What is decided, by SQL, about the rows that were taken out of a grid.

Everything works on the temporary table `extracted`; rows that pass stay in it, and in `typed`.
"""

from __future__ import annotations

import duckdb

from orchestration.catalogue.layouts import RecordsLayout
from orchestration.ingest.reader.kinds import kind_problems
from orchestration.ingest.reader.recognise import Recognised
from orchestration.ingest.reader.refusal import DOWNLOAD_AGAIN, RefusedError
from orchestration.ingest.reader.rules import create_typed, rule_problems
from orchestration.ingest.reader.session import names, one_number, one_row

PROBLEMS_SHOWN = 6


def refuse_empty(connection: duckdb.DuckDBPyConnection, recognised: Recognised, where: str) -> None:
    """Raises `RefusedError` where nothing stands below the header."""
    if one_number(connection, "select count(*) from extracted"):
        return
    raise RefusedError(
        f"{where}there is a header and no row below it",
        f"Fill in the template: one row is {recognised.table.grain}; then land it again."
        if recognised.is_return
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


def contradictions(
    connection: duckdb.DuckDBPyConnection, recognised: Recognised, where: str
) -> str | None:
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
    what = (
        f"{where}{count} keys ({', '.join(table.key)}) stand on several rows, first on rows {rows}"
    )
    if isinstance(layout, RecordsLayout) and layout.keeps_duplicate_keys:
        return what
    raise RefusedError(
        f"{what}, with different values",
        recognised.next_step(f"tables.{layout.table}.key"),
    )


def refuse_wrong_values(
    connection: duckdb.DuckDBPyConnection, recognised: Recognised, where: str
) -> None:
    """Raises `RefusedError` where values are not of their kind or a rule is broken."""
    layout, table = recognised.layout, recognised.table
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
            recognised.next_step(f"tables.{layout.table}"),
        )
