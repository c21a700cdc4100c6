"""A private build small enough to make in milliseconds, with every table an edition must have."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import duckdb
import yaml

from orchestration.edition.audit import REQUIRED
from orchestration.edition.macros import create_macros
from orchestration.home import PROJECT_ROOT, Home

VALUES = "value double, availability_status varchar, is_synthetic boolean, file_id varchar"
MODELS = PROJECT_ROOT / "dbt_project" / "models"
CONTRACTS = (
    MODELS / "marts" / "_marts__models.yml",
    MODELS / "marts" / "_statements__models.yml",
    MODELS / "marts" / "_freshness__models.yml",
    MODELS / "marts" / "_history__models.yml",
    MODELS / "reference" / "_freshness__models.yml",
    MODELS / "reference" / "_reference__models.yml",
    PROJECT_ROOT / "seeds" / "_publications__seeds.yml",
    PROJECT_ROOT / "seeds" / "_metrics__seeds.yml",
    PROJECT_ROOT / "seeds" / "_measures__seeds.yml",
)


def small_home(root: Path, *rows: tuple[float | None, str | None, bool, str | None]) -> Home:
    """A home whose marts hold these rows of (value, status, is_synthetic, file_id)."""
    home = Home(root).create()
    fill(home, *(rows or ((4.76, "observed", False, "aa"),)))
    return home


def fill(home: Home, *rows: tuple[float | None, str | None, bool, str | None]) -> None:
    """Rebuild every mart of the build: those of figures with these rows, those of promises empty.

    What the edition's table macros read has the columns of its contract.
    """
    with duckdb.connect(str(home.warehouse)) as connection:
        for schema, tables in REQUIRED.items():
            connection.execute(f"create schema if not exists {schema}")
            for table in tables:
                bare = VALUES if schema == "marts" else "name varchar, status varchar"
                columns = contracts().get(table, bare)
                connection.execute(f"create or replace table {schema}.{table} ({columns})")
                if all(column in columns for column in VALUES.split(", ")):
                    connection.executemany(
                        f"insert into {schema}.{table} "
                        "(value, availability_status, is_synthetic, file_id) values (?, ?, ?, ?)",
                        rows,
                    )


def empty_edition() -> duckdb.DuckDBPyConnection:
    """In memory the tables that macros read, empty, and the macros, as an edition has them."""
    connection = duckdb.connect()
    connection.execute("attach ':memory:' as edition")
    for schema, tables in REQUIRED.items():
        connection.execute(f"create schema edition.{schema}")
        for table in set(tables) & set(contracts()):
            connection.execute(f"create table edition.{schema}.{table} ({contracts()[table]})")
    create_macros(connection)
    connection.execute("use edition")
    return connection


@cache
def contracts() -> dict[str, str]:
    """The columns of tables that the edition's macros read, as their contracts declare them."""
    declared = [yaml.safe_load(path.read_text("utf-8")) for path in CONTRACTS]
    return {
        table["name"]: ", ".join(f"{one['name']} {one['data_type']}" for one in table["columns"])
        for file in declared
        for table in [*file.get("models", []), *file.get("seeds", [])]
    }
