"""What an edition tells of itself: editions before it, what each changed, what was let through."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import duckdb

from orchestration.edition import acknowledgements, history
from orchestration.edition.contents import Described, literal
from orchestration.edition.model import Edition
from orchestration.edition.plan import KINDS, Plan
from orchestration.home import Home

PREVIOUS = "previous"
CHANGES = {
    "edition_id": ("varchar", "The edition that brought the change."),
    "mart": ("varchar", "The chapter that the metric stands in."),
    "metric_id": ("varchar", "The metric."),
    "change": ("varchar", "; ".join(f"`{kind}`: {text}" for kind, text in KINDS.items())),
    "cell_count": ("bigint", "Cells that changed in this way."),
    "england_count": ("bigint", "Those of them that are figures of England."),
}
CHANGES_DESCRIPTION = (
    "What every edition changed of the one before it: one row an edition, metric and kind of "
    "change. The first edition has none."
)


@contextmanager
def standing_edition(connection: duckdb.DuckDBPyConnection, home: Home) -> Iterator[str | None]:
    """The name under which the current edition is attached, read only; None where none stands."""
    if not home.edition.exists():
        yield None
        return
    connection.execute(f"attach {literal(str(home.edition))} as {PREVIOUS} (read_only)")
    try:
        yield PREVIOUS
    finally:
        connection.execute(f"detach {PREVIOUS}")


def carry_on(connection: duckdb.DuckDBPyConnection, home: Home, before: str | None) -> None:
    """Give the database attached as `edition` the record of the one that stands, if one does."""
    history.create(connection, "edition")
    columns = ", ".join(f"{name} {kind}" for name, (kind, _) in CHANGES.items())
    connection.execute(f"create table edition.reference.edition_changes ({columns})")
    acknowledgements.copy_into(connection, home, "edition")
    for table in ("editions", "edition_changes"):
        if before and _has(connection, before, table):
            connection.execute(
                f"insert into edition.reference.{table} by name from {before}.reference.{table}"
            )


def append(connection: duckdb.DuckDBPyConnection, edition: Edition, plan: Plan) -> None:
    """Add the edition itself, and what it changes."""
    history.append(connection, edition, "edition")
    rows = [
        [edition.edition_id, one.mart, one.metric_id, one.change, one.cell_count, one.england_count]
        for one in plan.counts
    ]
    if rows and not plan.is_first:
        connection.executemany(
            "insert into edition.reference.edition_changes values (?, ?, ?, ?, ?, ?)", rows
        )


def descriptions() -> Mapping[tuple[str, str], Described]:
    """What these tables and their columns are."""
    texts = {name: text for name, (_, text) in CHANGES.items()}
    return {
        ("reference", "editions"): Described(*history.descriptions()),
        ("reference", "edition_changes"): Described(CHANGES_DESCRIPTION, texts),
        ("reference", "acknowledgements"): Described(*acknowledgements.descriptions()),
    }


def _has(connection: duckdb.DuckDBPyConnection, database: str, table: str) -> bool:
    found = connection.execute(
        "select 1 from duckdb_tables() where database_name = $database "
        "and schema_name = 'reference' and table_name = $table",
        {"database": database, "table": table},
    ).fetchone()
    return found is not None
