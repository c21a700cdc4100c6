"""Lands made files in a home of their own and looks at what came of them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb

from orchestration.catalogue import Catalogue, load_catalogue
from orchestration.home import Home
from orchestration.ingest import (
    FileOutcome,
    ReceiveReport,
    load_publications,
    load_register,
    receive,
)

TODAY = date(2026, 6, 1)
NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


def land(home: Home, place: str, content: bytes | str) -> Path:
    path = home.landing / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def received(home: Home, catalogue: Catalogue | None = None) -> ReceiveReport:
    return receive(home, catalogue or load_catalogue(), today=TODAY, now=NOW)


def outcomes(home: Home) -> dict[str, FileOutcome]:
    """What became of each arrival, by the name it landed under."""
    return {one.landed_as.rpartition("/")[2]: one for one in received(home).outcomes}


def only(home: Home) -> FileOutcome:
    (outcome,) = received(home).outcomes
    return outcome


def loaded(home: Home) -> dict[str, int]:
    """Rebuilds every raw table; rows by raw table, the empty ones left out."""
    catalogue = load_catalogue()
    load_register(home, catalogue)
    rows = load_publications(home, catalogue, catalogue.publications)
    return {table: count for table, count in rows.items() if count}


def query(home: Home, sql: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(home.warehouse)) as warehouse:
        return warehouse.execute(sql).fetchall()
