"""The least that could be hidden in a small table: what an exact search over all of it finds."""

from __future__ import annotations

import duckdb
import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

# How far a cell may move while a hidden one moves by one.
REACH = 10.0


def least_hidden_beside(connection: duckdb.DuckDBPyConnection, number: int) -> int:
    """The fewest cells beside the small ones that keep every small one, in a table of `tables.py`.

    A cell is kept where a solution exists in which it is another number: for each small cell a
    movement that changes it, no shown cell and no sum, and takes nothing from what is nothing.
    """
    terms = connection.execute(
        "select equation, cell, coefficient from sums where number = $number",
        {"number": number},
    ).fetchnumpy()
    cells, columns = np.unique(terms["cell"].astype(str), return_inverse=True)
    equations, rows = np.unique(terms["equation"].astype(str), return_inverse=True)
    matrix = coo_array(
        (terms["coefficient"].astype(float), (rows, columns)), shape=(len(equations), len(cells))
    ).toarray()
    amounts = dict(
        connection.execute(
            "select distinct cell, amount from sums where number = $number", {"number": number}
        ).fetchall()
    )
    amount = np.array([float(amounts[cell]) for cell in cells])
    is_small = np.array([" organisation " in cell for cell in cells]) & (amount < 5)
    if not is_small.any():
        return 0
    return _solve(matrix, amount, is_small)


def _solve(matrix: np.ndarray, amount: np.ndarray, is_small: np.ndarray) -> int:
    cells, smalls = len(amount), np.flatnonzero(is_small)
    size = cells + len(smalls) * (cells + 1)
    constraints, lower, upper = [], [], []

    def constrain(row: np.ndarray, low: float, high: float) -> None:
        constraints.append(row)
        lower.append(low)
        upper.append(high)

    variable_low, variable_high = np.zeros(size), np.ones(size)
    variable_low[:cells] = is_small
    for index, small in enumerate(smalls):
        moves = cells + index * (cells + 1)
        sign = moves + cells
        variable_low[moves : moves + cells] = np.where(amount > 0, -REACH, 0.0)
        variable_high[moves : moves + cells] = REACH
        for equation in matrix:
            row = np.zeros(size)
            row[moves : moves + cells] = equation
            constrain(row, 0, 0)
        for cell in range(cells):
            for direction in (1, -1):
                row = np.zeros(size)
                row[moves + cell], row[cell] = direction, -REACH
                constrain(row, -np.inf, 0)
        # It moves by one, up or down.
        row = np.zeros(size)
        row[moves + small], row[sign] = 1, -2
        constrain(row, -1, -1)
    integrality = np.zeros(size)
    integrality[:cells] = 1
    integrality[cells + cells :: cells + 1] = 1
    objective = np.zeros(size)
    objective[:cells] = 1
    solved = milp(
        objective,
        constraints=LinearConstraint(np.array(constraints), lower, upper),
        bounds=Bounds(variable_low, variable_high),
        integrality=integrality,
        options={"time_limit": 60},
    )
    assert solved.status == 0, solved.message
    return round(solved.fun) - int(is_small.sum())
