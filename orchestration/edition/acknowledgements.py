"""Keeps on record who let an unusual change through, and why: one file each, and a table."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import duckdb

from orchestration.edition.contents import literal
from orchestration.edition.history import as_utc
from orchestration.edition.plan import Hold
from orchestration.edition.plan.words import in_words
from orchestration.errors import WRONG_USAGE, PlainError
from orchestration.home import Home

COLUMNS = {
    "hold_id": ("varchar", "What was held: publication, release, kind of change, hash."),
    "publication_id": ("varchar", "The publication whose figures changed."),
    "published_on": ("date", "The release that changed them; null where none did."),
    "change": ("varchar", "In which way: revised, recomputed, withdrawn, lost and so on."),
    "cell_count": ("bigint", "Cells that were held."),
    "england_count": ("bigint", "Those of them that are figures of England."),
    "held_as": ("varchar", "Which limit the largest of them was beyond."),
    "largest": ("varchar", "The largest of them, from and to, one a line."),
    "reason": ("varchar", "Why it was let through, in the words of whoever did."),
    "acknowledged_by": ("varchar", "Who let it through."),
    "acknowledged_at": ("timestamp", "When (UTC)."),
    "edition_id": ("varchar", "The edition that stood then, with the values before."),
    "contents_hash": ("varchar", "Hash of the cells with their values before and after."),
}
DESCRIPTION = (
    "Every unusual change that somebody let through with a reason: one row a set of cells."
)


def acknowledge(
    home: Home, hold: Hold, *, reason: str, by: str, now: datetime, edition_id: str
) -> Path:
    """Write down that a hold may pass, for exactly the cells and values that it is of.

    Raises `PlainError` where the reason is blank, and where it is on record already.
    """
    if not reason.strip():
        raise PlainError(
            "An acknowledgement needs a reason.",
            'Say why the figures may change: --reason "...".',
            exit_code=WRONG_USAGE,
        )
    record = {
        **{name: getattr(hold, name) for name in COLUMNS if hasattr(hold, name)},
        "published_on": hold.published_on.isoformat() if hold.published_on else None,
        "largest": "\n".join(map(in_words, hold.largest)),
        "reason": reason.strip(),
        "acknowledged_by": by,
        "acknowledged_at": as_utc(now).isoformat(timespec="seconds"),
        "edition_id": edition_id,
    }
    home.acknowledgements.mkdir(parents=True, exist_ok=True)
    path = home.acknowledgements / f"{hold.hold_id}.json"
    made = path.with_name(f".{path.name}")
    made.write_text(json.dumps({name: record[name] for name in COLUMNS}, indent=2) + "\n", "utf-8")
    try:
        # A link is made whole or not at all, and never over what is on record.
        path.hardlink_to(made)
    except FileExistsError:
        raise PlainError(
            f"{hold.hold_id} is acknowledged already: {path}.",
            "Records are never changed; `people-plan build` publishes.",
            exit_code=WRONG_USAGE,
        ) from None
    finally:
        made.unlink()
    return path


def acknowledged(home: Home) -> frozenset[str]:
    """The `contents_hash` of everything on record."""
    with duckdb.connect() as connection:
        rows = connection.execute(f"select contents_hash from {_source(home)}").fetchall()
    return frozenset(contents_hash for (contents_hash,) in rows)


def copy_into(connection: duckdb.DuckDBPyConnection, home: Home, database: str) -> None:
    """Make `reference.acknowledgements` of an attached database from the files."""
    connection.execute(
        f'create table "{database}".reference.acknowledgements as '
        f"from {_source(home)} order by acknowledged_at, hold_id"
    )


def descriptions() -> tuple[str, Mapping[str, str]]:
    """The table's own description and its columns', in the form `describe` takes."""
    return DESCRIPTION, {name: text for name, (_, text) in COLUMNS.items()}


def _source(home: Home) -> str:
    """The records as a relation: empty where there are none."""
    columns = ", ".join(f"{name}: '{kind}'" for name, (kind, _) in COLUMNS.items())
    if not any(home.acknowledgements.glob("*.json")):
        empty = ", ".join(f"cast(null as {kind}) as {name}" for name, (kind, _) in COLUMNS.items())
        return f"(select {empty} where false)"
    pattern = literal(str(home.acknowledgements / "*.json"))
    return f"read_json({pattern}, columns = {{{columns}}})"
