"""One row of cells as recognition sees it, worked out once however many layouts are tried on it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from orchestration.catalogue.layouts import normalise

Row = tuple[str, ...]
# Of the grids being read at one time, all the rows in which a header is looked for.
ROWS_REMEMBERED = 256


@lru_cache(maxsize=ROWS_REMEMBERED)
def texts(row: Row) -> Mapping[str, tuple[int, ...]]:
    """The texts of a row, in the order in which they appear, each with its 1-based positions.

    A row of figures repeats a few texts over hundreds of cells.
    """
    found: dict[str, list[int]] = {}
    for position, text in enumerate(row, 1):
        if text in found:
            found[text].append(position)
        elif text.strip():
            found[text] = [position]
    return {text: tuple(positions) for text, positions in found.items()}


@lru_cache(maxsize=2 * ROWS_REMEMBERED)
def headers(row: Row, *, footnotes: bool) -> frozenset[str]:
    """The texts of a row as headers are compared."""
    return frozenset(normalise(text, footnotes=footnotes) for text in texts(row))
