"""Official turnover of England and its regions: a workbook a quarter, and the rates quoted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from orchestration.sample.csv_file import CsvFile
from orchestration.sample.release import Release, release_day
from orchestration.sample.releases.queries import query
from orchestration.sample.workbooks import (
    SYNTHETIC_NOTE,
    modern_sheet,
    modern_workbook,
    write_columns,
    write_lines,
)
from orchestration.sample.world import World

PUBLICATION = "workforce_turnover"
LAG_DAYS = 92
# A workbook goes back this many quarters before its own.
QUARTERS_BEFORE = 4
RATES_QUOTED_ON = date(2024, 3, 20)
TITLES = (
    "NHS Hospital & Community Health Service (HCHS) workforce statistics",
    "Table 1: Joiners to and leavers from active service in England by region and staff group, "
    "12 months to {:%B %Y}",
    SYNTHETIC_NOTE,
)
NOTES = (
    "Notes:",
    "1 Mean of the headcounts at the start and at the end of the period.",
    "2 A person is counted once; whoever moves between regions left the one and joined the other.",
    "3 Leavers divided by average headcount.",
)


def releases(world: World) -> Iterator[Release]:
    """A workbook a quarter, as soon as there are quarters before it; one list of quoted rates."""
    quarters = [
        month for (month,) in world.rows("select closing_month from turnover_years order by all")
    ]
    for quarter in quarters[QUARTERS_BEFORE:]:
        name = f"NHS Workforce Statistics, {quarter:%B %Y} Turnover tables.xlsx"
        yield Release(PUBLICATION, release_day(quarter, LAG_DAYS), name, TurnoverWorkbook(quarter))
    rates = CsvFile(query("turnover_management_rates"), line_end="\n")
    yield Release(PUBLICATION, RATES_QUOTED_ON, "Leaver rates quoted.csv", rates)


@dataclass(frozen=True)
class TurnoverWorkbook:
    """A sheet of contents, and a table with its header on the sixth row and notes beneath."""

    quarter: date

    def write(self, world: World, path: Path) -> int:
        """Writes the workbook and returns the number of its rows."""
        columns = world.columns(query("turnover_national"), {"month": self.quarter})
        titles = [title.format(self.quarter) for title in TITLES]
        with modern_workbook(path, titles[0], self.quarter) as workbook:
            write_lines(modern_sheet(workbook, "Contents"), titles)
            sheet = modern_sheet(workbook, "Table 1")
            write_lines(sheet, titles)
            sheet.write_row(5, 0, list(columns))
            row_count = len(columns["Period"])
            write_columns(sheet, range(7, row_count + 7), list(columns.values()))
            write_lines(sheet, NOTES, row_count + 9)
        return row_count
