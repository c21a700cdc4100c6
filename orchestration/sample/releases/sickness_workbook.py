"""The workbook of a sickness absence release: rates since 2009 in four cross-tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

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

HEADER_ROW = 3
# The headings of this table were typed by hand over the years.
ORGANISATION_TABLE = 4
REGION_HEADINGS = (
    "",
    "England",
    "London",
    "South West of England",
    "South East of England",
    "Midlands",
    "East of England",
    "North West",
    "North East and Yorkshire",
    "Special Health Authorities and other statutory bodies",
)
TYPE_HEADINGS = (
    "",
    "England",
    "Acute",
    "Ambulance",
    "Clinical Commissioning Groups",
    "Commissioning Support Unit",
    "Community Provider Trust",
    "Mental Health and Learning Disability",
    "Special Health Authority",
    "Others",
)
ORGANISATION_HEADINGS = ("NHSE Region name", "NHSE code", "Organisation name", "Org\ncode")
TABLES: dict[int, tuple[str, tuple[str, ...]]] = {
    1: ("by NHS England Region", REGION_HEADINGS),
    2: ("by staff group", ("", "")),
    3: ("by organisation type", TYPE_HEADINGS),
    4: ("by Organisation", ORGANISATION_HEADINGS),
}
MONTHS_DOWN = (1, 3)
NOTES = (
    "Source: invented, in the shape of the Electronic Staff Record Data Warehouse",
    SYNTHETIC_NOTE,
    "",
    "Notes:",
    "Rates are FTE days lost to sickness as a percentage of FTE days available in the month.",
    '"." denotes not applicable.',
)


@dataclass(frozen=True)
class SicknessWorkbook:
    """All months up to `last_month` as known on `published_on`.

    A first release shows the month after the last one with the template's placeholder. `tables` may
    leave some of the four out.
    """

    last_month: date
    published_on: date
    is_first_release: bool
    tables: tuple[int, ...] = (1, 2, 3, 4)

    def write(self, world: World, path: Path) -> int:
        """Writes the workbook and returns the number of rows in its tables."""
        title = f"NHS Sickness Absence Rates, {self.last_month:%B %Y}"
        with modern_workbook(path, title, self.published_on) as workbook:
            front = modern_sheet(workbook, "Title sheet")
            write_lines(
                front,
                (title, "", f"Publication date: {self.published_on:%d %B %Y}", "", SYNTHETIC_NOTE),
            )
            write_lines(modern_sheet(workbook, "Notes and definitions"), NOTES)
            return sum(self._table(world, workbook, number) for number in self.tables)

    def _table(self, world: World, workbook: Any, number: int) -> int:
        caption, headings = TABLES[number]
        if number in MONTHS_DOWN:
            return self._months_down(world, workbook, number, caption, headings)
        return self._months_across(world, workbook, number, caption, headings)

    def _parameters(self) -> dict[str, Any]:
        return {"last_month": self.last_month, "is_first_release": self.is_first_release}

    def _months_down(
        self, world: World, workbook: Any, number: int, caption: str, headings: tuple[str, ...]
    ) -> int:
        sheet = _sheet(workbook, number, caption)
        sheet.write_row(HEADER_ROW - 1, 0, (*headings, SYNTHETIC_HEADING))
        columns = list(
            world.columns(query(f"sickness_table_{number}"), self._parameters()).values()
        )
        row_count = len(columns[0])
        write_columns(sheet, range(HEADER_ROW + 1, HEADER_ROW + 1 + row_count), columns)
        after = HEADER_ROW + row_count
        if self.is_first_release:
            placeholder = (f"{_next_month(self.last_month):%B %Y}", f"tag_table{number}")
            sheet.write_row(after, 0, placeholder)
            sheet.write(after, len(headings), "true")
        write_lines(sheet, NOTES, after + 3)
        return row_count

    def _months_across(
        self, world: World, workbook: Any, number: int, caption: str, labels: tuple[str, ...]
    ) -> int:
        sheet = _sheet(workbook, number, caption)
        cells = world.crosstab(query(f"sickness_table_{number}"), self._parameters())
        sheet_rows = cells.pop("sheet_row")
        first_month = date.fromisoformat(f"{next(key for key in cells if key[:4].isdigit())}-01")
        headings = world.columns(
            query("sickness_headings"),
            {
                "first_month": first_month,
                "last_month": self.last_month,
                "by_hand": number == ORGANISATION_TABLE,
            },
        )
        sheet.write_row(HEADER_ROW - 1, 0, (*labels, *headings["heading"], SYNTHETIC_HEADING))
        write_columns(sheet, sheet_rows, [*cells.values(), ["true"] * len(sheet_rows)])
        write_lines(sheet, NOTES, sheet_rows[-1] + 3)
        return len(sheet_rows)


def _sheet(workbook: Any, number: int, caption: str) -> Any:
    sheet = modern_sheet(workbook, f"Table {number}")
    sheet.write(0, 0, f"Table {number}: Monthly Sickness Absence rates {caption} (%)")
    return sheet


def _next_month(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
