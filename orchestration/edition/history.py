"""Reads and writes `reference.editions`, the table in which an edition tells its own history."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime
from typing import Any

import duckdb

from orchestration.edition.model import Edition
from orchestration.home import Home

COLUMNS = {
    "edition_id": ("varchar", "The edition, or the attempt at one that was withheld."),
    "status": ("varchar", "published, or withheld: the audit or the run before it failed."),
    "published_at": ("timestamp", "When it was published or withheld (UTC)."),
    "run_id": ("varchar", "The Dagster run that made it."),
    "fingerprint": ("varchar", "Hash of the files and the code it was made from."),
    "file_count": ("bigint", "Files whose rows it holds."),
    "table_count": ("bigint", "Tables it holds."),
    "row_count": ("bigint", "Rows of all its tables together."),
    "reasons": ("varchar", "Why it was withheld, one reason a line."),
}
DESCRIPTION = "Every edition published or withheld: one row an attempt."


def current_edition(home: Home) -> Edition | None:
    """The edition that analysts see now, with the attempts withheld since; None before the first.

    Reads nothing but the published file.
    """
    if not home.edition.exists():
        return None
    with duckdb.connect(str(home.edition), read_only=True) as connection:
        return standing(read(connection))


def standing(editions: list[Edition]) -> Edition | None:
    """The newest published edition of a history, oldest first, and what was withheld after it."""
    published = [number for number, one in enumerate(editions) if one.status == "published"]
    if not published:
        return None
    later = tuple(editions[published[-1] + 1 :])
    return dataclasses.replace(editions[published[-1]], withheld_later=later)


def read(connection: duckdb.DuckDBPyConnection, database: str | None = None) -> list[Edition]:
    """All rows of `reference.editions`, oldest first."""
    table = f'"{database}".reference.editions' if database else "reference.editions"
    rows = connection.execute(
        f"select {', '.join(COLUMNS)} from {table} order by published_at, edition_id"
    ).fetchall()
    return [_edition(dict(zip(COLUMNS, row, strict=True))) for row in rows]


def create(connection: duckdb.DuckDBPyConnection, database: str) -> None:
    """Make the empty table, described, in an attached database."""
    columns = ", ".join(f"{name} {kind}" for name, (kind, _) in COLUMNS.items())
    connection.execute(f'create schema if not exists "{database}".reference')
    connection.execute(f'create table "{database}".reference.editions ({columns})')


def descriptions() -> tuple[str, dict[str, str]]:
    """The table's own description and its columns', in the form `describe` takes."""
    return DESCRIPTION, {name: text for name, (_, text) in COLUMNS.items()}


def append(
    connection: duckdb.DuckDBPyConnection, edition: Edition, database: str | None = None
) -> None:
    """Add one row."""
    table = f'"{database}".reference.editions' if database else "reference.editions"
    connection.execute(
        f"insert into {table} values ({', '.join('?' * len(COLUMNS))})",
        [
            edition.edition_id,
            edition.status,
            as_utc(edition.published_at),
            edition.run_id,
            edition.fingerprint,
            edition.file_count,
            edition.table_count,
            edition.row_count,
            "\n".join(edition.reasons) or None,
        ],
    )


def as_utc(moment: datetime) -> datetime:
    """The moment in UTC, without a zone, to the second: what the table holds."""
    return moment.astimezone(UTC).replace(tzinfo=None, microsecond=0)


def _edition(row: dict[str, Any]) -> Edition:
    return Edition(
        **{
            **row,
            "published_at": row["published_at"].replace(tzinfo=UTC),
            "reasons": tuple((row["reasons"] or "").splitlines()),
        }
    )
