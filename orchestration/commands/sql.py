"""`people-plan sql`: a query on the current edition, read only."""

from __future__ import annotations

import sys

import duckdb
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from orchestration.commands.console import console
from orchestration.commands.edition import open_edition, query_error
from orchestration.errors import WRONG_USAGE, PlainError
from orchestration.home import Home

SHOWN_ROWS = 100
STREAMED = {"csv": "format csv, header", "json": "format json, array true"}


def run(query: str, answer_format: str) -> None:
    """Print the answer: `table` for people, `csv` and `json` whole, for other programs."""
    with open_edition(Home.from_environment()) as connection:
        try:
            statement = _one_statement(connection, query)
            if answer_format == "table":
                _print_table(connection, statement)
            else:
                stream(connection, statement, answer_format)
        except duckdb.Error as error:
            raise query_error(connection, error) from error


def _one_statement(connection: duckdb.DuckDBPyConnection, query: str) -> str:
    statements = connection.extract_statements(query)
    if len(statements) != 1:
        raise PlainError(
            f"The query holds {len(statements)} statements.",
            "Ask one at a time.",
            exit_code=WRONG_USAGE,
        )
    return statements[0].query.strip().rstrip(";")


def stream(connection: duckdb.DuckDBPyConnection, statement: str, answer_format: str) -> None:
    """Let the engine write the answer to standard output, `csv` or `json`, however many rows."""
    sys.stdout.flush()
    connection.execute(f"copy ({statement}) to '/dev/stdout' ({STREAMED[answer_format]})")


def _print_table(connection: duckdb.DuckDBPyConnection, statement: str) -> None:
    answer = connection.execute(statement)
    names = [column[0] for column in answer.description or []]
    rows = answer.fetchmany(SHOWN_ROWS + 1)
    table = Table(*names, box=SIMPLE_HEAD)
    for row in rows[:SHOWN_ROWS]:
        table.add_row(*(Text("" if value is None else str(value)) for value in row))
    with console() as out:
        out.print(table)
        if len(rows) > SHOWN_ROWS:
            out.print(f"The first {SHOWN_ROWS} rows; --format csv gives all of them.")
