"""Staff by nationality: a long workbook by organisation, a cross-table by region; and joiners."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from orchestration.sample.release import Release
from orchestration.sample.releases import nationality_joiners
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

PUBLICATION = "workforce_turnover_nationality"
ORGANISATIONS_PUBLISHED_ON = date(2018, 9, 27)
REGIONS_PUBLISHED_ON = date(2017, 9, 21)
REGION_TITLE = (
    "NHS Hospital & Community Health Service (HCHS) workforce statistics: All staff by nationality"
    " and HEE region in NHS Trusts and CCGs in England, {}, {}"
)
REGION_NOTES = (
    "Source: invented, in the shape of NHS Hospital & Community Health Service statistics.",
    SYNTHETIC_NOTE,
    "",
    "Notes:",
    "'-' denotes zero ",
    " '0' denotes more than zero, less than 0.5.",
    "Nationality is as staff state it.",
)


def releases(world: World) -> Iterator[Release]:
    """All files of the publication."""
    yield Release(
        PUBLICATION,
        REGIONS_PUBLISHED_ON,
        "Staff_by_nationality_and_HEE_region_Mar2016_Mar2017.csv",
        RegionTables(),
    )
    yield Release(
        PUBLICATION,
        ORGANISATIONS_PUBLISHED_ON,
        "hchs-staff-by-staff-group-nationality-and-organisation-september-2017-and-june-2018.xlsx",
        OrganisationWorkbook(),
    )
    yield from nationality_joiners.releases(world)


@dataclass(frozen=True)
class OrganisationWorkbook:
    """A sheet of notes and a sheet of records."""

    def write(self, world: World, path: Path) -> int:
        """Writes the workbook and returns the number of its records."""
        columns = world.columns(query("nationality_organisations"))
        title = "HCHS staff by staff group, nationality and organisation, full time equivalent"
        with modern_workbook(path, title, ORGANISATIONS_PUBLISHED_ON) as workbook:
            write_lines(modern_sheet(workbook, "Notes"), (title, "", SYNTHETIC_NOTE))
            sheet = modern_sheet(workbook, "Data")
            sheet.write_row(0, 0, list(columns))
            row_count = len(columns["FTE"])
            write_columns(sheet, range(2, row_count + 2), list(columns.values()))
        return row_count


@dataclass(frozen=True)
class RegionTables:
    """Two cross-tables below each other, people and full time equivalents, with notes beneath."""

    def write(self, world: World, path: Path) -> int:
        """Writes the file and returns the number of rows in both tables."""
        people = _table(world, "headcount", counts_people=True)
        hours = _table(world, "full time equivalent", counts_people=False)
        width = len(people[5])
        padded = [[*row, *[""] * (width - len(row))] if row else [] for row in (*people, *hours)]
        text = io.StringIO()
        csv.writer(text).writerows(padded)
        path.write_bytes(text.getvalue().encode())
        return sum(1 for row in padded if "true" in row)


def _table(world: World, counted: str, *, counts_people: bool) -> list[Sequence[Any]]:
    """Title, two header rows, the rows of the table, notes."""
    cells = world.crosstab(query("nationality_regions"), {"counts_people": counts_people})
    labels = [cells["nationality_group"], cells["nationality"]]
    keys = [key for key in cells if key[:4].isdigit()]
    months = sorted({key[:7] for key in keys})
    blocks = [[cells[key] for key in keys if key.startswith(month)] for month in months]
    empty = [""] * len(labels[0])
    regions = [
        "England",
        *(
            name
            for (name,) in world.rows(
                "select hee_region_name from hee_regions order by hee_region_code"
            )
        ),
    ]
    days = [date.fromisoformat(f"{month}-01") for month in months]
    gap = [""] * len(regions)
    # An empty column stands between the months.
    columns = [column for block in blocks for column in (*block, empty)][:-1]
    merged = [cell for day in days for cell in (f"{day:%B %Y}", *gap)][:-1]
    headings = [cell for _ in days for cell in (*regions, "")][:-1]
    body = zip(*labels, *columns, cells["is_synthetic"], strict=True)
    return [
        [REGION_TITLE.format(" and ".join(f"{day:%B %Y}" for day in days), counted)],
        [],
        [],
        ["", "", *merged, ""],
        ["", "", *headings, SYNTHETIC_HEADING],
        [""] * (3 + len(headings)),
        *body,
        *([note] if note else [] for note in REGION_NOTES),
        [""],
        [""],
    ]
