"""What taking tables out of grids has in common: refusing stray cells."""

from __future__ import annotations

from collections.abc import Sequence

from orchestration.ingest.reader.grid import Grid
from orchestration.ingest.reader.refusal import RefusedError
from orchestration.ingest.reader.session import one_row


def refuse_filled(
    grid: Grid, cells: Sequence[str], problem: str, where: str, next_step: str
) -> None:
    """Refuses the first row of `body` that holds a value in one of `cells`."""
    if not cells:
        return
    values = ", ".join(f"published({cell})" for cell in cells)
    row = one_row(
        grid.connection,
        f"""
        select row_number, coalesce({values}, '') as value
        from body
        where {where} and coalesce({values}, '') <> ''
        order by row_number
        limit 1
        """,
    )
    if row:
        raise RefusedError(
            f"{grid.where}row {row[0]} {problem}: {row[1]!r} stands alone", next_step
        )
