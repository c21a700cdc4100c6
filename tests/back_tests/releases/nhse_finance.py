"""Finances of trusts: the board paper at the end of each financial year."""

from __future__ import annotations

from collections.abc import Iterator

from orchestration.sample.release import Release
from orchestration.sample.releases.nhse_finance import PUBLICATION, BoardPaper
from orchestration.sample.world import World


def releases(world: World) -> Iterator[Release]:
    """All files of the publication."""
    for year, quarter, unit, published_on in world.rows(
        "select distinct financial_year, quarter, money_unit, published_on"
        " from board_finance order by all"
    ):
        name = f"financial-performance-report-q{quarter}-{year}.xlsx"
        yield Release(
            PUBLICATION, published_on, name, BoardPaper(year, quarter, unit, published_on)
        )
