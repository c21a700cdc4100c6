"""Runs the declared rules over one table of one file; a broken rule refuses the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import duckdb

from orchestration.catalogue.columns import IntegerColumn, NumberColumn
from orchestration.catalogue.rules import Rule
from orchestration.catalogue.tables import Table
from orchestration.ingest.reader.kinds import number, period_bounds
from orchestration.ingest.reader.rule_queries import broken_places
from orchestration.ingest.reader.session import one_row


def create_typed(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    """The view that rules read."""
    numbers = [
        f'{number(name)} as "n_{name}"'
        for name, kind in table.columns.items()
        if isinstance(kind, NumberColumn | IntegerColumn)
    ]
    start, end = period_bounds(table)
    selected = ["*", *numbers, f"{start} as period_start", f"{end} as period_end"]
    connection.execute(
        f"create or replace temp view typed as select {', '.join(selected)} from extracted"
    )


def rule_problems(
    connection: duckdb.DuckDBPyConnection, rules: Sequence[Rule], filled: Sequence[str]
) -> Iterator[str]:
    """One sentence a broken rule. Rules on columns that the layout lacks do not apply."""
    for rule in rules:
        if set(rule.columns) <= set(filled):
            query = f"select count(*), min_by(place, place_order) from ({broken_places(rule)})"
            broken, first = one_row(connection, query)
            if broken:
                more = f" (and {broken - 1} more)" if broken > 1 else ""
                yield f"rule {rule.rule}: {first}{more}"
