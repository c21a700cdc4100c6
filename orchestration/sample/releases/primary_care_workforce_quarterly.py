"""The quarterly update on primary care: a long file and a workbook a release."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from orchestration.sample.csv_file import CsvFile
from orchestration.sample.release import Release
from orchestration.sample.releases.queries import query
from orchestration.sample.workbooks import (
    SYNTHETIC_HEADING,
    SYNTHETIC_NOTE,
    modern_sheet,
    modern_workbook,
    write_columns,
    write_lines,
)
from orchestration.sample.world import World

PUBLICATION = "primary_care_workforce_quarterly"
HEADER_ROW = 3
NOTES = (
    "Source: invented, in the shape of the National Workforce Reporting Service and of claims",
    SYNTHETIC_NOTE,
    "",
    "Notes:",
    "The collated figure takes, role by role, what networks return or what they claim.",
)


def releases(world: World) -> Iterator[Release]:
    """All files of the publication."""
    for published_on, last_month in world.rows(
        "select published_on, last_month from collated_releases order by published_on"
    ):
        name = f"Primary Care Workforce Quarterly Update, {last_month:%B %Y}"
        yield Release(
            PUBLICATION,
            published_on,
            f"{name}, Direct Patient Care.csv",
            CsvFile(query("collated_patient_care"), {"published_on": published_on}),
        )
        yield Release(
            PUBLICATION, published_on, f"{name}.xlsx", Workbook(name, published_on, last_month)
        )


@dataclass(frozen=True)
class Workbook:
    """The collated series as known on `published_on`."""

    title: str
    published_on: date
    last_month: date

    def write(self, world: World, path: Path) -> int:
        """Writes the workbook and returns the number of rows in its table."""
        cells = world.crosstab(
            query("collated_patient_care_table"), {"published_on": self.published_on}
        )
        months = [key for key in cells if key[:4].isdigit()]
        with modern_workbook(path, self.title, self.published_on) as workbook:
            write_lines(modern_sheet(workbook, "Title sheet"), (self.title, "", SYNTHETIC_NOTE))
            sheet = modern_sheet(workbook, "Table 1")
            caption = (
                "Table 1: Primary Care Workforce, Direct Patient Care staff, full-time equivalent"
                f" (FTE), England, March 2019 to {self.last_month:%B %Y}"
            )
            write_lines(sheet, (caption,))
            headings = [f"{date.fromisoformat(f'{key}-01'):%B %Y}" for key in months]
            sheet.write_row(
                HEADER_ROW - 1, 0, ("Staff role", "Source", *headings, SYNTHETIC_HEADING)
            )
            columns = [cells["staff_role"], cells["staff_source"], *(cells[m] for m in months)]
            row_count = len(columns[0])
            columns.append(["true"] * row_count)
            write_columns(sheet, range(HEADER_ROW + 1, HEADER_ROW + 1 + row_count), columns)
            write_lines(sheet, NOTES, HEADER_ROW + row_count + 3)
        return row_count
