"""Random tables of figures that hide small numbers, and what the models show of them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb
import numpy as np

from orchestration.edition.disclosure.solve import Equations
from tests.disclosure.attack import Puzzle
from tests.rendered_models import build_models

HERE = Path(__file__).parent
CHAIN = (
    "int_disclosure_cells",
    "int_disclosure_figures",
    "int_disclosure_whole_candidates",
    "int_disclosure_whole_pairs",
    "int_disclosure_partners_of_totals",
    "int_disclosure_unkept_parts",
    "int_disclosure_part_rectangles",
    "int_disclosure_parts_through_totals",
    "int_disclosure_part_pairs",
    "int_disclosure_corners",
    "int_disclosure_sums",
    "int_disclosure_row_companions",
    "int_hidden_in_organisations",
    "int_hidden_until_all_is_there",
    "int_hidden_cells",
    "int_observations_protected",
)
TERMS = """
select
    dense_rank() over (order by equation) - 1 as equation,
    dense_rank() over (order by cell) - 1 as unknown,
    coefficient,
    cell
from sums
where shown_amount is null
order by equation, unknown
"""
CONSTANTS = """
select -coalesce(sum(coefficient * shown_amount), 0)
from sums
where equation in (select equation from sums where shown_amount is null)
group by equation
order by equation
"""


@dataclass(frozen=True)
class Shape:
    """How large random tables are at most: units, and parts in each breakdown."""

    regions: int = 3
    boards: int = 3
    organisations: int = 4
    first_parts: int = 4
    second_parts: int = 1


def tables(count: int, seed: int, shape: Shape) -> duckdb.DuckDBPyConnection:
    """`count` random tables and what is shown of them: `cells`, `sums` and the models' tables."""
    connection = duckdb.connect()
    connection.execute("set threads to 1")
    connection.execute("select setseed(?)", [seed % 1_000 / 1_000])
    texts = (HERE / "tables.sql").read_text("utf-8").split(";\n")
    for text in texts:
        names = [name for name in ("count", *asdict(shape)) if f"${name}" in text]
        values = {"count": count, **asdict(shape)}
        if text.strip():
            connection.execute(text, {name: values[name] for name in names})
    build_models(connection, CHAIN)
    connection.execute((HERE / "sums.sql").read_text("utf-8"))
    return connection


def puzzle(connection: duckdb.DuckDBPyConnection) -> tuple[Puzzle, list[str]]:
    """The equations over what is hidden in those tables, and the names of the unknowns."""
    terms = connection.execute(TERMS).fetchnumpy()
    constants = np.array([one for (one,) in connection.execute(CONSTANTS).fetchall()])
    names = dict(zip(terms["unknown"].tolist(), terms["cell"], strict=True))
    equations = Equations(terms["equation"], terms["unknown"], terms["coefficient"])
    return Puzzle(equations, constants), [names[number] for number in range(len(names))]
