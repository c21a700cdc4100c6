"""Takes from the lines above a table what its rows do not say: a year, a quarter, a season."""

from __future__ import annotations

from collections.abc import Sequence

from orchestration.catalogue.layouts import LayoutBase, compiled, normalise
from orchestration.ingest.reader.row import Row


def captured_above(layout: LayoutBase, above: Sequence[Row]) -> tuple[dict[str, str], list[str]]:
    """What the patterns of `layout` find in the lines down to the header, and what they miss."""
    if not layout.captured:
        return {}, []
    text = " ".join(normalise(cell) for row in above for cell in row if cell.strip())
    found = {column: compiled(p).search(text) for column, p in layout.captured.items()}
    problems = [
        f"no line above the table matches /{layout.captured[column]}/, which gives {column}"
        for column, match in found.items()
        if not match
    ]
    return {column: match[1] for column, match in found.items() if match}, problems
