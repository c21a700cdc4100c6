"""Reasons for leaving by quarter: CSV files of one release, a workbook of the next."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from orchestration.sample.release import Content, Release, release_day
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

PUBLICATION = "reasons_for_leaving"
LAG_DAYS = 92
TITLES = {
    False: "HCHS staff in NHS trusts and core organisations: reasons for leaving, England",
    True: "HCHS staff in NHS trusts and core organisations: reasons for leaving, by region",
}
NOTES = (
    "Source: invented, in the shape of NHS Workforce Statistics.",
    "'-' denotes zero, '..' denotes not applicable.",
    "Assignments that ended within each quarter, not people.",
)
LABELS = {False: ["Reason for leaving"], True: ["NHS England region", "Reason for leaving"]}
YEARS_ROW = 5
APRIL = 4
Row = Sequence[Any]


def releases(world: World) -> Iterator[Release]:
    """All files of the publication: each release gives every quarter anew."""
    *_, before, last = _quarters(world)
    for by_region, scope in ((False, "England"), (True, "regions")):
        name = f"NHS Workforce Statistics, {_month(before)} Reasons for Leaving, {scope}.csv"
        yield _release(before, name, ReasonsCsv(before, by_region=by_region))
    name = f"HCHS staff in NHS Trusts and core orgs {_month(last)} - Reasons for leaving.xlsx"
    yield _release(last, name, ReasonsWorkbook(last))


def _release(quarter: date, name: str, content: Content) -> Release:
    return Release(PUBLICATION, release_day(_last_month(quarter), LAG_DAYS), name, content)


@dataclass(frozen=True)
class ReasonsCsv:
    """One table with thousands separators, under titles and over notes."""

    last_quarter: date
    by_region: bool

    def write(self, world: World, path: Path) -> int:
        """Writes the file and returns the number of rows of its table."""
        # The newest quarter is as its first release has it.
        heads, columns = _table(world, self.last_quarter, by_region=self.by_region)
        above: list[Row] = [[TITLES[self.by_region]], [], [SYNTHETIC_NOTE], [], *heads]
        body = list(zip(*columns, strict=True))
        text = io.StringIO()
        csv.writer(text).writerows([*above, *body, [], *([note] for note in NOTES)])
        path.write_bytes(text.getvalue().encode())
        return len(body)


@dataclass(frozen=True)
class ReasonsWorkbook:
    """A sheet of notes, one of England and one of the regions, with numbers in their cells."""

    last_quarter: date

    def write(self, world: World, path: Path) -> int:
        """Writes the workbook and returns the number of rows of both tables."""
        row_count = 0
        with modern_workbook(path, TITLES[False], _last_month(self.last_quarter)) as workbook:
            write_lines(modern_sheet(workbook, "Notes"), (TITLES[False], SYNTHETIC_NOTE, *NOTES))
            for by_region, name in ((False, "England"), (True, "Region")):
                heads, columns = _table(world, self.last_quarter, by_region=by_region)
                sheet = modern_sheet(workbook, name)
                write_lines(sheet, (TITLES[by_region], "", SYNTHETIC_NOTE))
                for row, head in enumerate(heads, YEARS_ROW - 1):
                    sheet.write_row(row, 0, head)
                count = len(columns[0])
                first_row = YEARS_ROW + len(heads)
                numbers = [[_as_number(cell) for cell in column] for column in columns]
                write_columns(sheet, range(first_row, first_row + count), numbers)
                row_count += count
        return row_count


def _table(world: World, last: date, *, by_region: bool) -> tuple[list[Row], list[list[Any]]]:
    """The two header rows, years above their first quarter only, and the columns beneath them."""
    parameters = {"last_quarter": last, "first_released": last, "by_region": by_region}
    cells = world.crosstab(query("leaving_reasons"), parameters)
    quarters = [key for key in cells if key[:4].isdigit()]
    starts = [date.fromisoformat(key) for key in quarters]
    labels = [cells["reason"]]
    if by_region:
        labels.insert(0, cells["region_name"])
    gap = [""] * len(labels)
    years = [_year(start) for start in starts]
    firsts = [
        "" if place and years[place - 1] == year else year for place, year in enumerate(years)
    ]
    heads: list[Row] = [
        [*gap, *firsts, ""],
        [*LABELS[by_region], *(_quarter(start) for start in starts), SYNTHETIC_HEADING],
    ]
    marks = ["true"] * len(labels[0])
    return heads, [*labels, *(cells[key] for key in quarters), marks]


def _quarters(world: World) -> list[date]:
    """The first days of the quarters that are over."""
    return [
        start
        for (start,) in world.rows(
            "select distinct quarter_start from leaving_assignments order by quarter_start"
        )
    ]


def _last_month(quarter_start: date) -> date:
    return quarter_start.replace(month=quarter_start.month + 2)


def _month(quarter_start: date) -> str:
    return f"{_last_month(quarter_start):%B %Y}"


def _year(start: date) -> str:
    first = start.year - (start.month < APRIL)
    return f"{first}-{(first + 1) % 100:02}"


def _quarter(start: date) -> str:
    return f"Q{(start.month - APRIL) // 3 % 4 + 1}"


def _as_number(text: str) -> int | str:
    plain = text.replace(",", "")
    return int(plain) if plain.isdigit() else text
