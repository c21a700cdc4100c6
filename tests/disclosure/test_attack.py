"""The attack itself finds what can be found, in tables small enough to work out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from orchestration.edition.disclosure.solve import Equations
from tests.disclosure.attack import ContradictionError, Puzzle, exactly, with_bounds


def puzzle(*rows: tuple[dict[int, int], float]) -> Puzzle:
    terms = [
        (number, unknown, coefficient)
        for number, (left, _) in enumerate(rows)
        for unknown, coefficient in left.items()
    ]
    columns = np.array(terms).T
    return Puzzle(Equations(*columns), np.array([constant for _, constant in rows]))


def test_one_unknown_is_what_is_left() -> None:
    assert exactly(puzzle(({0: 1}, 4))) == {0}


def test_two_unknowns_keep_each_other() -> None:
    assert exactly(puzzle(({0: 1, 1: 1}, 4))) == set()


def test_a_bridge_between_two_squares_is_found_though_no_row_has_one_unknown_alone() -> None:
    """x0 + x1 = 3, x0 + x1 + x2 = 5: two unknowns and more in each, and x2 is 2."""
    assert exactly(puzzle(({0: 1, 1: 1}, 3), ({0: 1, 1: 1, 2: 1}, 5))) == {2}


def test_what_adds_up_to_nothing_is_nothing() -> None:
    given = puzzle(({0: 1, 1: 1}, 0), ({2: 1, 3: 1}, 7))
    assert exactly(given) == set()
    assert with_bounds(given) == {0, 1}


def test_bounds_and_equations_work_together() -> None:
    """x0 + x1 = 3 and x0 + x1 + x2 + x3 = 3 leave nothing for x2 and x3, but x0 and x1 free."""
    given = puzzle(({0: 1, 1: 1}, 3), ({0: 1, 1: 1, 2: 1, 3: 1}, 3))
    assert with_bounds(given) == {2, 3}


def test_equations_that_contradict_each_other_are_no_equations_of_cells() -> None:
    with pytest.raises(ContradictionError):
        with_bounds(puzzle(({0: 1, 1: 1}, 3), ({0: 1, 1: 1}, 4)))
