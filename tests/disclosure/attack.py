"""Works out hidden cells from shown ones: by adding and subtracting, and knowing that none is less
than nothing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from flint import fmpz_mat
from scipy.optimize import linprog
from scipy.sparse import csr_array

from orchestration.edition.disclosure.solve import Equations, determined, fixed_columns, parts

# What is left of a sum after floating point subtraction, in units of what is counted.
NOISE = 1e-4
# Published amounts have no more decimals.
DECIMALS = 6


@dataclass(frozen=True)
class Puzzle:
    """Equations over hidden cells, and what each of them is equal to, by its number."""

    equations: Equations
    constants: np.ndarray


class ContradictionError(AssertionError):
    """The equations have no solution: they are not those of the cells."""


def exactly(puzzle: Puzzle) -> set[int]:
    """Unknowns that adding and subtracting alone gives away."""
    return determined(puzzle.equations)


def with_bounds(puzzle: Puzzle) -> set[int]:
    """Unknowns with one value only among all solutions of which none is negative.

    One linear program a group of equations finds which unknowns can be more than nothing, all at
    once; of those, the ones are fixed that the equations determine, as of a set with an inside.
    """
    found: set[int] = set()
    for part in parts(puzzle.equations):
        found |= _fixed_in(part, puzzle.constants)
    return found


def _fixed_in(part: Equations, constants: np.ndarray) -> set[int]:
    names, columns = np.unique(part.unknowns, return_inverse=True)
    numbers, rows = np.unique(part.equations, return_inverse=True)
    matrix = np.zeros((len(numbers), len(names)), dtype=int)
    np.add.at(matrix, (rows, columns), part.coefficients)
    reduced, right = _reduced(matrix, constants[numbers])
    can_be_more = _can_be_more(reduced, right)
    fixed = {int(name) for name in names[~can_be_more]}
    determined_inside = fixed_columns(matrix[:, can_be_more])
    return fixed | {int(name) for name in names[can_be_more][determined_inside]}


def _reduced(matrix: np.ndarray, constants: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The same equations in reduced row echelon form, exactly, without those that follow.

    Raises `ContradictionError` where those that follow are equal to something else.
    """
    independent = _leading(fmpz_mat(matrix.T.tolist()))
    whole = np.round(constants * 10**DECIMALS).astype(np.int64).astype(object)
    table = np.column_stack([matrix[independent].astype(object), whole[independent]])
    form, denominator, rank = fmpz_mat(table.tolist()).rref()
    rows = np.array(form.tolist()[:rank], dtype=object) / int(denominator)
    left, right = rows[:, :-1].astype(float), rows[:, -1].astype(float) / 10**DECIMALS
    right[np.abs(right) < NOISE] = 0
    pivots = [int(np.flatnonzero(row)[0]) for row in left]
    solution = np.zeros(matrix.shape[1])
    solution[pivots] = right
    rest = np.abs(matrix @ solution - constants)
    if (rest > 10 * NOISE * np.maximum(1, np.abs(constants))).any():
        raise ContradictionError(f"{rest.max()} is left of {len(constants)} equations.")
    return left, right


def _leading(matrix: fmpz_mat) -> list[int]:
    """The columns of the leading entries of a matrix's reduced row echelon form."""
    form, _, rank = matrix.rref()
    return [next(i for i, entry in enumerate(row) if entry) for row in form.tolist()[:rank]]


def _can_be_more(matrix: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Maximise the sum of z with z <= x, z <= 1 over solutions x, scaled as far as need be."""
    equations, unknowns = matrix.shape
    held = np.hstack([-np.eye(unknowns), np.eye(unknowns), np.zeros((unknowns, 1))])
    solved = linprog(
        np.concatenate([np.zeros(unknowns), -np.ones(unknowns), [0.0]]),
        A_ub=csr_array(held),
        b_ub=np.zeros(unknowns),
        A_eq=csr_array(np.hstack([matrix, np.zeros((equations, unknowns)), -right[:, None]])),
        b_eq=np.zeros(equations),
        bounds=[(0, None)] * unknowns + [(0, 1)] * unknowns + [(1, None)],
        method="highs",
    )
    if solved.status != 0:
        raise ContradictionError(f"{solved.message} {equations} equations, {unknowns} unknowns.")
    return np.asarray(solved.x[unknowns : 2 * unknowns] > NOISE)
