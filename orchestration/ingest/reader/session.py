"""DuckDB sessions in memory, one a reading, with the macros that its SQL uses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import duckdb

# Grids hold '' for every cell that has nothing but white space, in whichever spelling.
MACROS = r"""
create macro blank_as_empty(cell) as
    case
        when trim(cell, concat(' ', chr(9), chr(10), chr(13), chr(160))) = '' then ''
        else cell
    end;
create macro is_filled(cell) as coalesce(cell <> '', false);
create macro header_form(cell) as
    trim(lower(regexp_replace(coalesce(cell, ''), '[\s_\x{00a0}\x{feff}]+', ' ', 'g')));
"""
# Files are small and read side by side: threads within a query would only wait for each other.
THREADS = 1


@cache
def _database() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute(f"set threads = {THREADS}; set enable_progress_bar = false")
    connection.execute(MACROS)
    return connection


def open_session() -> duckdb.DuckDBPyConnection:
    """A session whose temporary tables nobody else sees; they go when it is closed."""
    return _database().cursor()


def define_published(connection: duckdb.DuckDBPyConnection, placeholders: Sequence[str]) -> None:
    """Defines `published(cell)`: the text of a cell, null for an empty one or a placeholder."""
    stands_for_nothing = "".join(
        f" when regexp_full_match(trim(cell), {quoted(pattern)}) then null"
        for pattern in placeholders
    )
    connection.execute(
        "create or replace temp macro published(cell) as"
        f" case when cell = '' then null{stands_for_nothing} else cell end"
    )


def quoted(text: str) -> str:
    """A SQL string of text from the catalogue."""
    return "'" + text.replace("'", "''") + "'"


def names(columns: Sequence[str]) -> str:
    """SQL for a list of columns of the catalogue."""
    return ", ".join(f'"{column}"' for column in columns)


def one_row(
    connection: duckdb.DuckDBPyConnection,
    query: str,
    parameters: Mapping[str, object] | Sequence[object] = (),
) -> tuple[Any, ...]:
    """The first row of a query, fetched to the end; an empty tuple where there is none."""
    rows = connection.execute(query, parameters or None).fetchall()
    return rows[0] if rows else ()


def one_number(connection: duckdb.DuckDBPyConnection, query: str) -> int:
    """The single whole number that a query gives, 0 where it gives null."""
    return int(one_row(connection, query)[0] or 0)
