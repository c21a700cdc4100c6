"""What fitting a layout to a grid gives: the places of its columns, and what does not fit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

NEAR_ENOUGH = 0.5
Place = tuple[str, int]
"""A column of the table and the 1-based position of the grid column that fills it."""


@dataclass(frozen=True)
class Match:
    """How far a layout fits a grid.

    `first_data_row` is the first row below the header, `end_row` the row that the table ends
    before, where another begins. `header` holds position and text of the header's cells, for
    finding it again further down. `headings` holds, for each value column of a cross-table, its
    position and what stands above it in each heading row. `missing` and `unmapped` name headers;
    `problems` says whatever else does not fit.
    """

    first_data_row: int
    places: tuple[Place, ...]
    matched: int
    missing: tuple[str, ...] = ()
    unmapped: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    synthetic_position: int | None = None
    header: tuple[tuple[int, str], ...] = ()
    headings: tuple[tuple[int, tuple[str, ...]], ...] = ()
    captured: Mapping[str, str] = field(default_factory=dict)
    end_row: int | None = None

    @property
    def is_complete(self) -> bool:
        """Whether the grid is in this layout to the letter."""
        return not (self.missing or self.unmapped or self.problems)

    @property
    def is_additive(self) -> bool:
        """Whether all that the layout needs is there, and something more."""
        return bool(self.unmapped) and not (self.missing or self.problems)

    @property
    def nearness(self) -> float:
        """Matched headers as a share of all that are there or should be."""
        odd = len(self.missing) + len(self.unmapped) + len(self.problems)
        return self.matched / (self.matched + odd) if self.matched else 0.0

    @property
    def is_near(self) -> bool:
        """Whether the grid may well have been meant to be in this layout."""
        return self.nearness >= NEAR_ENOUGH

    @property
    def width(self) -> int:
        """The position of the last column that the header names."""
        positions = [position for _, position in self.places]
        positions += [position for position, _ in (*self.header, *self.headings)]
        return max(positions, default=0)
