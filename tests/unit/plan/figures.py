"""Figures of two releases, few enough to know by heart, and the plan between them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

import duckdb

from orchestration.catalogue.load import SEEDS
from orchestration.edition.plan import Plan, compare
from tests.small_build import contracts

FIRST_DAY, SECOND_DAY = date(2024, 3, 28), date(2024, 4, 25)
FIRST, SECOND = "first", "second"
PUBLICATIONS = ("sickness_absence", "workforce_stats", "hcw_flu_uptake", "eroster_loa")
TABLES = {
    "marts": ("metric_history", "revisions"),
    "reference": ("files", "metrics", "discontinuities", "revision_limits"),
}


@dataclass(frozen=True)
class Figure:
    """One current cell of `marts.metric_history`; `file_id` names a publication and a release."""

    value: float | None = 5.0
    organisation_code: str = "E92000001"
    period_end: date = date(2023, 11, 30)
    measure_id: str = "sickness_absence_rate_trusts"
    unit: str = "percent"
    publication_id: str = "sickness_absence"
    release: str = FIRST
    availability_status: str = "observed"
    is_provisional: bool = False
    is_synthetic: bool = False
    numerator: float | None = None

    @property
    def row(self) -> dict[str, Any]:
        """The columns that a plan reads."""
        is_england = self.organisation_code == "E92000001"
        return {
            **{
                name: value
                for name, value in asdict(self).items()
                if name not in ("publication_id", "release")
            },
            "metric_id": "sickness_absence_rate",
            "definition_id": "all_organisations",
            "period_type": "calendar_month",
            "period_start": self.period_end.replace(day=1),
            "geography_level": "england" if is_england else "organisation",
            "breakdown_type": "all",
            "breakdown_value": "all",
            "is_current": True,
            "published_on": FIRST_DAY if self.release == FIRST else SECOND_DAY,
            "file_id": f"{self.publication_id} {self.release}",
        }

    def then(self, value: float | None, **changes: Any) -> Figure:
        """The same cell as the second release gives it."""
        return replace(self, value=value, release=SECOND, **changes)

    def gone(self, status: str = "withdrawn") -> Figure:
        """The same cell without a value, as the second release gives it."""
        return self.then(None, availability_status=status)


def organisations(count: int, **common: Any) -> list[Figure]:
    """One figure each of so many organisations."""
    return [Figure(organisation_code=f"R{number:02d}", **common) for number in range(count)]


def planned(
    before: Sequence[Figure] | None,
    now: Sequence[Figure],
    *,
    acknowledged: Collection[str] = (),
    explained: Sequence[tuple[Figure, date | None]] = (),
    has_limits: bool = True,
) -> Plan:
    """The plan between these figures, with the limits of the seed.

    `explained` holds figures with the day from which a recorded event bears on them, None where the
    record names no release.
    """
    with duckdb.connect() as connection:
        for name, figures in (("edition", now), ("previous", before)):
            if figures is not None:
                connection.execute(f"attach ':memory:' as {name}")
                connection.execute(f"use {name}")
                fill_figures(connection, figures, has_limits=has_limits)
        connection.execute("use memory")
        for figure, effective_from in explained:
            _explain(connection, figure, effective_from)
        return compare(
            connection,
            now="edition",
            before=None if before is None else "previous",
            acknowledged=acknowledged,
        )


def fill_figures(
    connection: duckdb.DuckDBPyConnection, figures: Sequence[Figure], *, has_limits: bool = True
) -> None:
    """Rebuild, in the database in use, what a plan reads."""
    for schema, tables in TABLES.items():
        connection.execute(f"create schema if not exists {schema}")
        for table in tables:
            connection.execute(f"create or replace table {schema}.{table} ({contracts()[table]})")
    connection.execute(
        "insert into reference.metrics by name select 'sickness_absence_rate' as metric_id,"
        " 3 as annex_row_seq, 'looking_after_our_people' as primary_chapter_id"
    )
    if has_limits:
        limits = SEEDS / "revision_limits.csv"
        connection.execute(f"insert into reference.revision_limits from read_csv('{limits}')")
    connection.executemany(
        "insert into reference.files by name "
        "select $file_id as file_id, $publication_id as publication_id",
        [
            {"file_id": f"{one} {release}", "publication_id": one}
            for one in PUBLICATIONS
            for release in (FIRST, SECOND)
        ],
    )
    for figure in figures:
        _insert(connection, "marts.metric_history", figure.row)


def _explain(
    connection: duckdb.DuckDBPyConnection, figure: Figure, effective_from: date | None
) -> None:
    known = {
        name: value
        for name, value in figure.row.items()
        if f"{name} " in contracts()["revisions"] and name not in ("value", "availability_status")
    }
    _insert(connection, "edition.marts.revisions", {**known, "discontinuity_id": "event"})
    event = {"discontinuity_id": "event", "effective_from": effective_from}
    _insert(connection, "edition.reference.discontinuities", event)


def _insert(connection: duckdb.DuckDBPyConnection, table: str, row: dict[str, Any]) -> None:
    connection.execute(
        f"insert into {table} ({', '.join(row)}) values ({', '.join('?' * len(row))})",
        list(row.values()),
    )
