"""Reads what an edition shows as equations over what it hides."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np

from orchestration.edition.disclosure.solve import Equations

HERE = Path(__file__).parent
UNKNOWNS = """
select
    dense_rank() over (order by equation) - 1 as equation,
    dense_rank() over (order by cell) - 1 as unknown,
    sum(coefficient)::int as coefficient,
    cell
from disclosure_terms
where is_hidden
group by equation, cell
"""
SECRETS = "select distinct cell from disclosure_cells where is_secret"


@dataclass(frozen=True)
class Hidden:
    """What an edition hides: the secret cells, and the equations that hold hidden ones.

    `names[i]` is the cell of unknown `i` of the equations. Vintages of one cell are one unknown: a
    reader takes what no later release changed for the same.
    """

    secrets: frozenset[str]
    names: tuple[str, ...]
    equations: Equations


def hidden_in(connection: duckdb.DuckDBPyConnection) -> Hidden:
    """What the database attached as `edition` hides.

    Leaves the tables `disclosure_cells` and `disclosure_terms` in the connection.
    """
    for text in ("cells.sql", "equations.sql"):
        connection.execute((HERE / text).read_text("utf-8"))
    terms = connection.execute(UNKNOWNS).fetchnumpy()
    unknowns, first = np.unique(terms["unknown"], return_index=True)
    return Hidden(
        secrets=frozenset(cell for (cell,) in connection.execute(SECRETS).fetchall()),
        names=tuple(terms["cell"][first[np.argsort(unknowns)]].tolist()),
        equations=Equations(terms["equation"], terms["unknown"], terms["coefficient"]),
    )
