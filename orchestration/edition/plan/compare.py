"""Compares a build with the edition that stands, inside the engine that holds both."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from orchestration.edition.plan.model import Change, Count, Hold, Plan
from orchestration.edition.rows import rows_of
from orchestration.home import PROJECT_ROOT

if TYPE_CHECKING:
    from jinja2 import Environment

HERE = Path(__file__).parent
# What a cell is, and when two vintages are the same figure, is written once, where dbt reads it.
SHARED = PROJECT_ROOT / "dbt_project" / "macros" / "metrics"
SHOWN_OF_A_HOLD = 5
HOLDS = "select * from holds order by england_count desc, cell_count desc, hold_id"
# England before lower levels, totals before their parts; then an order that no engine decides.
LARGEST_FIRST = """
    moved_share desc nulls last, is_england desc, breakdown_type <> 'all', metric_id, measure_id,
    definition_id, period_end desc, geography_level, organisation_code, breakdown_type,
    breakdown_value
"""
# Of what is held, the figures that most people know.
ENGLAND_FIRST = f"is_england desc, {LARGEST_FIRST}"


def compare(
    connection: duckdb.DuckDBPyConnection,
    *,
    now: str,
    before: str | None,
    acknowledged: Collection[str] = (),
    limit: int = SHOWN_OF_A_HOLD,
) -> Plan:
    """What changes from the database attached as `before` (None: nothing stands) to `now`.

    `acknowledged` holds the `contents_hash` of the holds that somebody acknowledged; `limit` is how
    many of the largest changes come along, of cells that were not there before none.
    """
    names = {"now": now, "before": before, "is_first": before is None}
    connection.execute(_render("changes.sql", **names))
    counts = rows_of(connection, _render("counts.sql", **names))
    plan = Plan(is_first=before is None, counts=tuple(Count(**row) for row in counts))
    if before is None:
        return plan
    connection.execute(_render("holds.sql", **names))
    return dataclasses.replace(
        plan,
        largest=_largest(connection, "changed_cells", limit, "change <> 'added'"),
        holds=tuple(_hold(connection, row, acknowledged) for row in rows_of(connection, HOLDS)),
    )


def _hold(
    connection: duckdb.DuckDBPyConnection, row: dict[str, Any], acknowledged: Collection[str]
) -> Hold:
    largest = _largest(
        connection,
        "held_cells",
        SHOWN_OF_A_HOLD,
        "publication_id is not distinct from $publication_id and change = $change "
        "and release_on is not distinct from $published_on",
        {name: row[name] for name in ("publication_id", "change", "published_on")},
        order=ENGLAND_FIRST,
    )
    is_acknowledged = row["contents_hash"] in acknowledged
    return Hold(**row, largest=largest, is_acknowledged=is_acknowledged)


def _largest(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    limit: int,
    condition: str,
    parameters: dict[str, Any] | None = None,
    *,
    order: str = LARGEST_FIRST,
) -> tuple[Change, ...]:
    columns = ", ".join(field.name for field in dataclasses.fields(Change))
    query = f"select {columns} from {table} where {condition} order by {order} limit {limit:d}"
    return tuple(Change(**row) for row in rows_of(connection, query, parameters))


def _render(template: str, **names: object) -> str:
    return _environment().get_template(template).render(**names)


@cache
def _environment() -> Environment:
    # Imported late: commands that only read an edition do without it.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415

    return Environment(
        loader=FileSystemLoader([HERE, SHARED]), undefined=StrictUndefined, autoescape=False
    )
