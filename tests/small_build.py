"""A private build small enough to make in milliseconds, with every table an edition must have."""

from __future__ import annotations

from pathlib import Path

import duckdb

from orchestration.edition.audit import REQUIRED
from orchestration.home import Home

VALUES = "value double, availability_status varchar, is_synthetic boolean, file_id varchar"


def small_home(root: Path, *rows: tuple[float | None, str | None, bool, str | None]) -> Home:
    """A home whose marts hold these rows of (value, status, is_synthetic, file_id)."""
    home = Home(root).create()
    fill(home, *(rows or ((4.76, "observed", False, "aa"),)))
    return home


def fill(home: Home, *rows: tuple[float | None, str | None, bool, str | None]) -> None:
    """Rebuild every mart of the build with these rows."""
    with duckdb.connect(str(home.warehouse)) as connection:
        for schema, tables in REQUIRED.items():
            connection.execute(f"create schema if not exists {schema}")
            for table in tables:
                columns = VALUES if schema == "marts" else "name varchar, status varchar"
                connection.execute(f"create or replace table {schema}.{table} ({columns})")
                if schema == "marts":
                    connection.executemany(f"insert into marts.{table} values (?, ?, ?, ?)", rows)
