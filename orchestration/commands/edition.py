"""Opens the current edition for the commands that read it, and explains what a query got wrong."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from orchestration.errors import WRONG_USAGE, PlainError
from orchestration.home import Home


@contextmanager
def open_edition(home: Home) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection to the current edition. Raises `PlainError` where none stands."""
    if not home.edition.exists():
        raise PlainError(
            f"No edition stands in {home.root} yet.",
            "Land files (or run `people-plan sample`), then run `people-plan build`.",
        )
    with duckdb.connect(str(home.edition), read_only=True) as connection:
        yield connection


def query_error(connection: duckdb.DuckDBPyConnection, error: duckdb.Error) -> PlainError:
    """The engine's complaint as one sentence, with names that come close to an unknown one."""
    message = str(error).strip().splitlines()[0]
    problem = re.sub(r"^\w+( \w+)? Error:\s*", "", message).rstrip(".!") + "."
    return PlainError(
        f"The query does not run: {problem}", _hint(connection, str(error)), exit_code=WRONG_USAGE
    )


def _hint(connection: duckdb.DuckDBPyConnection, message: str) -> str:
    tables = [
        name
        for (name,) in connection.execute(
            "select schema_name || '.' || table_name from duckdb_tables() order by 1"
        ).fetchall()
    ]
    unknown = re.search(r"Table with name (\S+) does not exist", message)
    if unknown:
        asked = unknown[1].strip('"!.')
        short = {name.split(".", 1)[1]: name for name in tables}
        close = [short[name] for name in difflib.get_close_matches(asked.split(".")[-1], short)]
        return f"Did you mean {' or '.join(close)}?" if close else f"Tables: {', '.join(tables)}."
    candidates = re.search(r"Candidate bindings: (.+)", message)
    if candidates:
        return f"Columns that come close: {candidates[1].strip()}."
    if "read-only" in message:
        return "An edition cannot be changed; copy what you need into a database of your own."
    return "Correct it and ask again; `select * from duckdb_tables()` lists what there is."
