"""All files of a home, built once in a fresh one: what years of small runs must come to as well."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import duckdb

from orchestration.home import Home
from tests.simulation.daemon import Daemon
from tests.simulation.house import World, open_house, set_clock
from tests.simulation.release import Release

# What says when and where a file was received, and by which run an edition was made.
OF_RECEIPT = {
    "reference.files": ("landed_as", "first_received_at", "is_published_on_assumed"),
}
OF_RUNS = {"reference.editions", "reference.edition_changes"}
# The mart is of the day of its build; its macro answers for any day.
OF_THE_DAY = "marts.freshness"
COUNT = """
select count(*) from (
    (from memory.of_one except all from memory.of_other)
    union all
    (from memory.of_other except all from memory.of_one)
)
"""


def rebuild(world: World, root: Path, landed: Iterable[Release], day: date) -> Home:
    """A home in which everything landed at once, on that day; a loose file in its dated folder."""
    with open_house(world, root, day) as house:
        set_clock(day, 10, 30)
        for one in landed:
            one.in_its_folder().land(house.home)
        (run,) = Daemon(house).run_what_is_asked()
        assert run.is_success, run
        return house.home


def differences(one: Home, other: Home, day: date) -> list[str]:
    """The tables of two editions that are not equal, cell by cell, and how many rows differ.

    Freshness is that of `day` in both.
    """
    with duckdb.connect() as connection:
        for name, home in (("one", one), ("other", other)):
            connection.execute(f"attach '{home.edition}' as {name} (read_only)")
        tables = {name: _tables(connection, name) for name in ("one", "other")}
        found = [f"{table}: in one alone" for table in sorted(tables["one"] ^ tables["other"])]
        for table in sorted((tables["one"] & tables["other"]) - OF_RUNS):
            left_out = ", ".join(OF_RECEIPT.get(table, ()))
            columns = f"* exclude ({left_out})" if left_out else "*"
            asked = f"marts.freshness_on(date '{day}')" if table == OF_THE_DAY else table
            for name in ("one", "other"):
                connection.execute(f"use {name}")
                connection.execute(
                    f"create or replace table memory.of_{name} as select {columns} from {asked}"
                )
            counted = connection.execute(COUNT).fetchone()
            if counted and counted[0]:
                found.append(f"{table}: {counted[0]} rows differ")
    return found


def _tables(connection: duckdb.DuckDBPyConnection, database: str) -> set[str]:
    rows = connection.execute(
        "select schema_name || '.' || table_name from duckdb_tables() where database_name = ?",
        [database],
    ).fetchall()
    return {name for (name,) in rows}
