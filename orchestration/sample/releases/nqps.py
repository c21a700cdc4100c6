"""The National Quarterly Pulse Survey: two workbooks a round, of England and by organisation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from orchestration.sample.release import Release
from orchestration.sample.releases.queries import query
from orchestration.sample.workbooks import (
    SYNTHETIC_NOTE,
    modern_workbook,
    write_columns,
    write_lines,
)
from orchestration.sample.world import World

HEADER_ROW = 4
HIDDEN = "*"
TITLES = {
    "nqps_national": "National Quarterly Pulse Survey: England",
    "nqps_organisations": "National Quarterly Pulse Survey: organisations",
}


def releases(world: World) -> Iterator[Release]:
    """All files of the publication: both workbooks of each round."""
    rounds = world.rows(
        "select financial_year, quarter, cast(published_on as date) from nqps_rounds"
        " order by published_on"
    )
    for financial_year, quarter, published_on in rounds:
        for layout, title in TITLES.items():
            yield Release(
                "nqps",
                published_on,
                f"{layout.replace('_', '-')}-{quarter}-{financial_year.replace('/', '-')}.xlsx",
                PulseWorkbook(title, layout, financial_year, quarter, published_on),
            )


@dataclass(frozen=True)
class PulseWorkbook:
    """One sheet of records beneath two lines of title."""

    title: str
    layout: str
    financial_year: str
    quarter: str
    published_on: date

    def write(self, world: World, path: Path) -> int:
        """Writes the workbook and returns the number of its records."""
        which = {"financial_year": self.financial_year, "quarter": self.quarter}
        columns = world.columns(query(self.layout), which)
        row_count = len(columns["Question"])
        shown = [[HIDDEN if cell is None else cell for cell in cells] for cells in columns.values()]
        with modern_workbook(path, self.title, self.published_on) as workbook:
            sheet = workbook.add_worksheet("Results")
            write_lines(sheet, (f"{self.title}, {self.quarter} {self.financial_year}",))
            write_lines(sheet, (SYNTHETIC_NOTE,), first_row=2)
            sheet.write_row(HEADER_ROW - 1, 0, list(columns))
            write_columns(sheet, range(HEADER_ROW + 1, HEADER_ROW + 1 + row_count), shown)
        return row_count
