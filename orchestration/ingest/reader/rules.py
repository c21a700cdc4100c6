"""Runs the declared rules over one table of one file; a broken rule refuses the file."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from orchestration.catalogue.columns import IntegerColumn, NumberColumn
from orchestration.catalogue.rules import Rule
from orchestration.catalogue.tables import Table
from orchestration.ingest.reader.kinds import number as as_number
from orchestration.ingest.reader.periods import period_bounds
from orchestration.ingest.reader.rule_queries import broken_places


def create_typed(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    """Makes `typed`, the table that rules read: numbers and periods worked out once."""
    numbers = [
        f'{as_number(name)} as "n_{name}"'
        for name, kind in table.columns.items()
        if isinstance(kind, NumberColumn | IntegerColumn)
    ]
    start, end = period_bounds(table)
    selected = ["*", *numbers, f"{start} as period_start", f"{end} as period_end"]
    connection.execute(
        f"create or replace temp table typed as select {', '.join(selected)} from extracted"
    )


def rule_problems(
    connection: duckdb.DuckDBPyConnection, rules: Sequence[Rule], filled: Sequence[str]
) -> list[str]:
    """One sentence a broken rule. Rules on columns that the layout lacks do not apply."""
    applying = [rule for rule in rules if set(rule.columns) <= set(filled)]
    if not applying:
        return []
    checks = [
        f"select {number} as rule_number, count(*) as broken, min_by(place, place_order) as first"
        f" from ({broken_places(rule)})"
        for number, rule in enumerate(applying)
    ]
    found = connection.execute(
        f"select * from ({' union all '.join(checks)}) where broken > 0 order by rule_number"
    ).fetchall()
    return [
        f"rule {applying[number].rule}: {first}" + (f" (and {broken - 1} more)" * (broken > 1))
        for number, broken, first in found
    ]
