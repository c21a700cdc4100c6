"""Nothing hidden in tables made up at random can be worked out, and not much more is hidden than
needs be."""

from __future__ import annotations

import pytest

from tests.disclosure.campaign import SHAPES, attacked, compared

SEED = 20_261_128
QUICK, MANY = 150, 2_600
# The search takes pairs of organisations, the least possible any cells: see docs/disclosure.md.
MOST_TIMES_THE_LEAST = 1.5


@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_hidden_is_given_away(shape: str) -> None:
    found = attacked(SHAPES[shape], QUICK, SEED)
    assert found.small > QUICK
    assert (found.exactly, found.with_bounds) == ((), ())


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_hidden_is_given_away_of_thousands(shape: str) -> None:
    found = attacked(SHAPES[shape], MANY, SEED + 1)
    assert (found.exactly, found.with_bounds) == ((), ())


def test_little_more_is_hidden_than_needs_be() -> None:
    found = compared(30, SEED)
    assert found.least > 30
    assert found.least <= found.beside <= MOST_TIMES_THE_LEAST * found.least
