"""What an edition gives a reader to work with: equations over what it hides, vintage by vintage."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import duckdb
import numpy as np

from orchestration.edition.disclosure.equations import Hidden, equations_over, hidden_in
from orchestration.home import Home
from tests.disclosure.attack import Puzzle

CONSTANTS = """
select coalesce(-sum(coefficient * amount) filter (not is_hidden), 0)
from disclosure_terms
where equation in (select equation from disclosure_terms where is_hidden)
group by equation
order by equation
"""
SECRETS = "select distinct vintage from disclosure_cells where is_secret"
WRONG = """
with sums as (
    select equation, sum(coefficient * amount) as rest, max(abs(amount)) as largest
    from disclosure_terms
    group by equation
    having not bool_or(is_hidden)
)

select count(*), count(*) filter (abs(rest) > 1e-6 * greatest(1, largest)) from sums
"""


@contextmanager
def opened(home: Home) -> Iterator[tuple[duckdb.DuckDBPyConnection, Hidden]]:
    """The edition of a home, attached as `edition`, and what it hides."""
    with duckdb.connect() as connection:
        connection.execute(f"attach '{home.edition}' as edition (read_only)")
        yield connection, hidden_in(connection)


def puzzle(connection: duckdb.DuckDBPyConnection) -> tuple[Puzzle, tuple[str, ...], set[str]]:
    """The equations, each vintage an unknown of its own; the unknowns' names; the secret ones."""
    names, equations = equations_over(connection, "vintage")
    constants = np.array([one for (one,) in connection.execute(CONSTANTS).fetchall()])
    secrets = {vintage for (vintage,) in connection.execute(SECRETS).fetchall()}
    return Puzzle(equations, constants), names, secrets
