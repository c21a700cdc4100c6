"""The DuckDB session of one reading, in memory, with the macros that its SQL uses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb

# A cell is filled if it holds anything but white space, in whichever spelling.
MACROS = r"""
create temp macro is_filled(cell) as
    coalesce(trim(cell, concat(' ', chr(9), chr(10), chr(13), chr(160), chr(65279))) <> '', false);
create temp macro header_form(cell) as
    trim(lower(regexp_replace(coalesce(cell, ''), '[\s_\x{00a0}\x{feff}]+', ' ', 'g')));
"""
THREADS = 2


def open_session() -> duckdb.DuckDBPyConnection:
    """A session that shares nothing with any other."""
    connection = duckdb.connect()
    connection.execute(f"set threads = {THREADS}; set enable_progress_bar = false")
    connection.execute(MACROS)
    return connection


def define_published(connection: duckdb.DuckDBPyConnection, placeholders: Sequence[str]) -> None:
    """Defines `published(cell)`: the text of a cell, null for an empty one or a placeholder."""
    stands_for_nothing = " or ".join(
        f"regexp_full_match(trim(cell), {quoted(pattern)})" for pattern in placeholders
    )
    connection.execute(
        "create or replace temp macro published(cell) as case"
        f" when is_filled(cell) and not ({stands_for_nothing or 'false'}) then cell end"
    )


def quoted(text: str) -> str:
    """A SQL string of text from the catalogue."""
    return "'" + text.replace("'", "''") + "'"


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
