"""Attacks random tables by the thousand, and compares what they hide with the least possible."""

from __future__ import annotations

from dataclasses import dataclass

from tests.disclosure import attack
from tests.disclosure.least import least_hidden_beside
from tests.disclosure.tables import Shape, puzzle, tables

# Many organisations and parts; totals made in two ways; boards of one or two; no parts at all.
SHAPES = {
    "organisations by parts": Shape(),
    "totals made in two ways": Shape(first_parts=3, second_parts=3),
    "boards of one or two": Shape(boards=5, organisations=2, first_parts=2),
    "organisations alone": Shape(boards=4, organisations=6, first_parts=1),
}
SMALL = Shape(regions=1, boards=2, organisations=2, first_parts=3)
SHARES = """
select
    count(distinct cell),
    count(distinct cell) filter (shown_amount is null and is_small),
    count(distinct cell) filter (shown_amount is null and not is_small)
from (select *, cell like '% organisation %' and amount < 5 as is_small from sums)
"""


@dataclass(frozen=True)
class Attacked:
    """What an attack on tables of one shape found; counts of cells."""

    tables: int
    cells: int
    small: int
    beside: int
    exactly: tuple[str, ...]
    with_bounds: tuple[str, ...]


@dataclass(frozen=True)
class Compared:
    """Cells hidden beside small ones in small tables, and the fewest that would do."""

    tables: int
    beside: int
    least: int


def attacked(shape: Shape, count: int, seed: int) -> Attacked:
    """Works out what can be of `count` random tables of that shape."""
    with tables(count, seed, shape) as connection:
        given, names = puzzle(connection)
        cells, small, beside = connection.execute(SHARES).fetchone() or (0, 0, 0)
    return Attacked(
        tables=count,
        cells=cells,
        small=small,
        beside=beside,
        exactly=tuple(sorted(names[one] for one in attack.exactly(given))),
        with_bounds=tuple(sorted(names[one] for one in attack.with_bounds(given))),
    )


def compared(count: int, seed: int) -> Compared:
    """Solves `count` small tables for the least that could be hidden in them."""
    with tables(count, seed, SMALL) as connection:
        _, _, beside = connection.execute(SHARES).fetchone() or (0, 0, 0)
        least = sum(least_hidden_beside(connection, number) for number in range(count))
    return Compared(count, beside, least)
