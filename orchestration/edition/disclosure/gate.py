"""The rule of the audit that holds an edition back which gives away what it hides."""

from __future__ import annotations

import duckdb

from orchestration.edition.model import Finding

RULE = "nothing_hidden_can_be_worked_out"
TEXT = (
    "No hidden cell can be worked out from what is shown, by any adding and subtracting of cells: "
    "over parts and totals, organisations and their sums, periods and vintages."
)
COUNTS = """
select hidden_because, sum(hidden_count)::bigint
from edition.reference.hidden_figures
group by hidden_because
order by hidden_because
"""
TABLES = """
select
    format(
        '{}: {:,} of {:,} cells hidden, {:,} of them beside others',
        disclosure_table, sum(hidden)::bigint, sum(cells)::bigint, sum(beside)::bigint
    )
from (
    select
        disclosure_table,
        sum(hidden_count) as hidden,
        min(cell_count) as cells,
        coalesce(sum(hidden_count) filter (hidden_because like 'beside%'), 0) as beside
    from edition.reference.hidden_figures
    group by disclosure_table, period_type, period_end, geography_level, breakdown_type
)
group by disclosure_table
order by sum(hidden) desc, disclosure_table
"""


def nothing_hidden_can_be_worked_out(connection: duckdb.DuckDBPyConnection) -> Finding:
    """Solves for every hidden cell of the database attached as `edition`.

    Names cells that can be worked out, and how many are hidden for which reason; never a value.
    """
    # Imported late: whoever only reads an edition does without linear algebra.
    from orchestration.edition.disclosure.equations import hidden_in  # noqa: PLC0415
    from orchestration.edition.disclosure.solve import determined  # noqa: PLC0415

    hidden = hidden_in(connection)
    given_away = sorted(
        {hidden.names[unknown] for unknown in determined(hidden.equations)} & hidden.secrets
    )
    counts = {str(reason): int(cells) for reason, cells in connection.execute(COUNTS).fetchall()}
    if given_away:
        return Finding(
            RULE,
            is_passed=False,
            detail=f"{len(given_away):,} hidden cells can be worked out from what is shown, among "
            f"them {given_away[0]}. Say in seeds/disclosure_tables.csv how its table adds up, or "
            "hide more where its models hide.",
            counts={**counts, "given_away": len(given_away)},
            largest=tuple(given_away[:10]),
        )
    return Finding(
        RULE,
        is_passed=True,
        detail=f"None of {len(hidden.secrets):,} hidden cells can be worked out.",
        counts={**counts, "given_away": 0},
        largest=tuple(line for (line,) in connection.execute(TABLES).fetchall()),
    )
