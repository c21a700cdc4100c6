"""Reads what an edition shows as equations over what it hides."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

import duckdb
import numpy as np

from orchestration.edition.disclosure.solve import Equations

HERE = Path(__file__).parent
# What is taken for one unknown: a cell, whatever its vintage, or each vintage of it.
UNKNOWN = Literal["cell", "vintage"]
UNKNOWNS = {
    one: f"""
    select
        dense_rank() over (order by equation) - 1 as equation,
        dense_rank() over (order by {one}) - 1 as unknown,
        sum(coefficient)::int as coefficient,
        {one} as name
    from disclosure_terms
    where is_hidden
    group by equation, {one}
    """
    for one in get_args(UNKNOWN)
}
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
    names, equations = equations_over(connection, "cell")
    secrets = frozenset(cell for (cell,) in connection.execute(SECRETS).fetchall())
    return Hidden(secrets, names, equations)


def equations_over(
    connection: duckdb.DuckDBPyConnection, unknown: UNKNOWN
) -> tuple[tuple[str, ...], Equations]:
    """The equations of `disclosure_terms`, and the names of their unknowns by number."""
    terms = connection.execute(UNKNOWNS[unknown]).fetchnumpy()
    _, first = np.unique(terms["unknown"], return_index=True)
    equations = Equations(terms["equation"], terms["unknown"], terms["coefficient"])
    return tuple(terms["name"][first].tolist()), equations
