"""SQL that counts cells along a row. Over lists: one sum of hundreds takes long to plan."""

from __future__ import annotations

from collections.abc import Sequence


def filled(cells: Sequence[str]) -> str:
    """SQL for how many of these cells hold something."""
    return f"len(list_filter([{', '.join(cells)}]::varchar[], lambda cell: cell <> ''))"


def fields(cells: Sequence[str]) -> str:
    """SQL for how many of these cells are there at all, empty ones included."""
    return f"list_count([{', '.join(cells)}])"
