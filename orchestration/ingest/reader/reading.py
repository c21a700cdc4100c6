"""What comes of reading a file."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class TableReading:
    """What one file holds of one raw table.

    `period_from` and `period_to` are ISO days. `parts` name its table-periods, for superseding.
    """

    layout_ids: tuple[str, ...]
    rows: int
    period_from: str | None
    period_to: str | None
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Reading:
    """A file that was read (`loaded`, with its tables) or refused (`quarantined`, with why)."""

    status: str
    publication_id: str | None = None
    tables: dict[str, TableReading] = field(default_factory=dict)
    is_synthetic: bool = False
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    reason: str | None = None
    next_step: str | None = None
