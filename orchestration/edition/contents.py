"""Copies what analysts may read out of the private build: one compact file, and Parquet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

SCHEMAS = ("marts", "reference")
# Written so that clients back to DuckDB 1.2 can open the file.
STORAGE_VERSION = "v1.2.0"


@dataclass(frozen=True)
class Described:
    """The description of a table and of its columns."""

    text: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)


def attach(connection: duckdb.DuckDBPyConnection, build: Path, draft: Path) -> None:
    """Attach the private build, read only, as `build`, and a new file as `edition`."""
    attach_build(connection, build)
    connection.execute(
        f"attach {literal(str(draft))} as edition (storage_version {literal(STORAGE_VERSION)})"
    )


def attach_build(connection: duckdb.DuckDBPyConnection, build: Path) -> None:
    """Attach the private build, read only, as `build`."""
    # Opening it makes a build whole that a killed process left with a log beside it.
    with duckdb.connect(str(build)) as opened:
        opened.execute("checkpoint")
    connection.execute(f"attach {literal(str(build))} as build (read_only)")


def copy_tables(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """Copy every table and view of the schemas that are published; returns (schema, table)."""
    found: list[tuple[str, str]] = connection.execute(
        """
        select table_schema, table_name
        from information_schema.tables
        where table_catalog = 'build' and list_contains($schemas, table_schema)
        order by table_schema, table_name
        """,
        {"schemas": list(SCHEMAS)},
    ).fetchall()
    for schema in SCHEMAS:
        connection.execute(f"create schema if not exists edition.{schema}")
    for schema, table in found:
        name = f"{identifier(schema)}.{identifier(table)}"
        connection.execute(f"create table edition.{name} as from build.{name}")
    return found


def describe(
    connection: duckdb.DuckDBPyConnection, descriptions: Mapping[tuple[str, str], Described]
) -> None:
    """Put the descriptions on the tables and columns that the edition has."""
    columns = connection.execute(
        """
        select schema_name, table_name, column_name
        from duckdb_columns()
        where database_name = 'edition' and not internal
        """
    ).fetchall()
    statements = [
        f"comment on column edition.{identifier(schema)}.{identifier(table)}.{identifier(column)} "
        f"is {literal(descriptions[schema, table].columns[column])}"
        for schema, table, column in columns
        if (schema, table) in descriptions and column in descriptions[schema, table].columns
    ]
    statements += [
        f"comment on table edition.{identifier(schema)}.{identifier(table)} "
        f"is {literal(descriptions[schema, table].text)}"
        for schema, table in sorted({(schema, table) for schema, table, _ in columns})
        if (schema, table) in descriptions
    ]
    for statement in statements:
        connection.execute(statement)


def write_parquet(
    connection: duckdb.DuckDBPyConnection, folder: Path, tables: Iterable[str]
) -> None:
    """Write each table, named `schema.table`, to `<folder>/<schema>/<table>.parquet`."""
    for schema, table in (name.split(".", 1) for name in tables):
        target = folder / schema / f"{table}.parquet"
        target.parent.mkdir(parents=True, exist_ok=True)
        connection.execute(
            f"copy edition.{identifier(schema)}.{identifier(table)} to {literal(str(target))} "
            "(format parquet, compression zstd)"
        )


def count_rows(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Rows of each table of the edition, by `schema.table`."""
    tables = connection.execute(
        "select schema_name, table_name from duckdb_tables() where database_name = 'edition'"
    ).fetchall()
    counts = {}
    for schema, table in sorted(tables):
        name = f"edition.{identifier(schema)}.{identifier(table)}"
        counted = connection.execute(f"select count(*) from {name}").fetchone()
        counts[f"{schema}.{table}"] = int(counted[0]) if counted else 0
    return counts


def identifier(name: str) -> str:
    """A name, quoted for SQL."""
    return '"' + name.replace('"', '""') + '"'


def plain(name: str) -> str:
    """A quoted name of a table of the edition, as people write it."""
    return name.removeprefix("edition.").replace('"', "")


def literal(text: str) -> str:
    """A text, quoted for SQL, for the statements that take no parameters."""
    return "'" + text.replace("'", "''") + "'"
