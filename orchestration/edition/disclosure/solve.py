"""Solves for what is hidden: which unknowns a set of equations leaves one value only."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from flint import fmpz_mat
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components


@dataclass(frozen=True)
class Equations:
    """Linear equations over unknowns, a term each: `coefficients[i]` times `unknowns[i]`.

    `equations` and `unknowns` are numbers from 0; coefficients are whole. What the equations are
    equal to does not matter here: an unknown that they determine, they determine whatever it is.
    """

    equations: np.ndarray
    unknowns: np.ndarray
    coefficients: np.ndarray

    @property
    def unknown_count(self) -> int:
        """How many unknowns there are."""
        return int(self.unknowns.max(initial=-1)) + 1


def determined(given: Equations) -> set[int]:
    """The unknowns that have one value only in all solutions, exactly, over the rationals.

    An unknown is determined where the reduced row echelon form of the equations has a row of its
    own for it. Equations that share no unknown are solved apart.
    """
    found: set[int] = set()
    for part in parts(given):
        found |= _determined_in(part)
    return found


def parts(given: Equations) -> list[Equations]:
    """The equations, in groups that share no unknown with each other."""
    if not len(given.unknowns):
        return []
    size = given.unknown_count + int(given.equations.max()) + 1
    links = coo_array(
        (np.ones(len(given.unknowns)), (given.unknowns, given.unknown_count + given.equations)),
        shape=(size, size),
    )
    _, labels = connected_components(links, directed=False)
    of_term = labels[given.unknowns]
    order = np.argsort(of_term, kind="stable")
    starts = np.flatnonzero(np.diff(of_term[order])) + 1
    return [
        Equations(given.equations[part], given.unknowns[part], given.coefficients[part])
        for part in np.split(order, starts)
    ]


def fixed_columns(matrix: np.ndarray) -> np.ndarray:
    """Of a matrix of whole numbers, a row an equation: which columns' unknowns it determines."""
    rows = matrix[matrix.any(axis=1)]
    if not len(rows):
        return np.zeros(matrix.shape[1], dtype=bool)
    reduced, _, rank = fmpz_mat(np.unique(rows, axis=0).tolist()).rref()
    leading = np.array(reduced.tolist()[:rank], dtype=object) != 0
    alone: np.ndarray = leading[leading.sum(axis=1) == 1].any(axis=0)
    return alone


def _determined_in(part: Equations) -> set[int]:
    names, columns = np.unique(part.unknowns, return_inverse=True)
    _, rows = np.unique(part.equations, return_inverse=True)
    matrix = np.zeros((int(rows.max()) + 1, len(names)), dtype=int)
    np.add.at(matrix, (rows, columns), part.coefficients)
    return {int(name) for name in names[fixed_columns(matrix)]}
