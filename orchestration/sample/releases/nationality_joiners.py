"""Joiners by nationality: one cross-table a half-year, in turns a workbook and a text file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from orchestration.sample.release import Release, release_day
from orchestration.sample.releases.queries import query
from orchestration.sample.workbooks import (
    SYNTHETIC_HEADING,
    SYNTHETIC_NOTE,
    modern_sheet,
    modern_workbook,
    write_lines,
)
from orchestration.sample.world import World

PUBLICATION = "workforce_turnover_nationality"
LAG_DAYS = 92
# A table goes back this many half-years before its own.
HALF_YEARS_BEFORE = 2
TITLE = (
    "Joiners to active service by nationality group, staff group and NHSE region, England, "
    "12 months to {:%B %Y}"
)
NOTES = (
    "Notes:",
    "'-' denotes zero, '*' a number under five.",
    "Nationality is as staff state it, and does not say where they trained or were recruited.",
    "Whoever moves between regions joins one of them, and does not join England.",
)


def releases(world: World) -> Iterator[Release]:
    """A table a half-year, as soon as there are half-years before it."""
    half_years = [
        month
        for (month,) in world.rows(
            "select distinct closing_month from joiner_nationalities order by all"
        )
    ]
    for number, month in enumerate(half_years[HALF_YEARS_BEFORE:]):
        table = JoinerTable(month, is_workbook=number % 2 == 0)
        ending = "xlsx" if table.is_workbook else "csv"
        name = f"Joiners by nationality and region, {month:%B %Y}.{ending}"
        yield Release(PUBLICATION, release_day(month, LAG_DAYS), name, table)


@dataclass(frozen=True)
class JoinerTable:
    """A title, two rows of headings, a row a staff group and group of nationalities, notes."""

    month: date
    is_workbook: bool

    def write(self, world: World, path: Path) -> int:
        """Writes the file and returns the number of its rows with figures."""
        head, body = _head(world), _body(world, self.month)
        periods = sorted({key[:6] for key in _keys(body)})
        merged = [cell for period in periods for cell in (_period(period), *[""] * (len(head) - 1))]
        lines = [
            [TITLE.format(self.month)],
            [SYNTHETIC_NOTE],
            [],
            ["", "", *merged, ""],
            ["Staff group", "Nationality group", *head * len(periods), SYNTHETIC_HEADING],
            *_rows(body),
            [],
        ]
        if self.is_workbook:
            _write_workbook(path, lines, self.month)
        else:
            text = io.StringIO()
            csv.writer(text).writerows([*lines, *([note] for note in NOTES)])
            path.write_bytes(text.getvalue().encode())
        return len(body["staff_group"])


def _head(world: World) -> list[str]:
    regions = world.rows("select region_name from regions order by table_order")
    return ["England", *(name for (name,) in regions)]


def _body(world: World, month: date) -> dict[str, list[Any]]:
    return world.crosstab(query("nationality_joiners"), {"month": month})


def _keys(body: dict[str, list[Any]]) -> list[str]:
    return [key for key in body if key[0].isdigit()]


def _rows(body: dict[str, list[Any]]) -> list[Sequence[Any]]:
    cells = [[cell or "-" for cell in body[key]] for key in _keys(body)]
    labels = [body["staff_group"], body["nationality_group"]]
    return list(zip(*labels, *cells, body["is_synthetic"], strict=True))


def _period(closing: str) -> str:
    return f"{int(closing[:4]) - 1}{closing[4:]} to {closing}"


def _write_workbook(path: Path, lines: Sequence[Sequence[Any]], month: date) -> None:
    title = TITLE.format(month)
    with modern_workbook(path, title, month) as workbook:
        write_lines(modern_sheet(workbook, "Contents"), (title, SYNTHETIC_NOTE))
        sheet = modern_sheet(workbook, "Table 1")
        for row, line in enumerate(lines):
            sheet.write_row(row, 0, [_number(cell) for cell in line])
        write_lines(sheet, NOTES, len(lines) + 1)


def _number(cell: str) -> str | int:
    return int(cell) if cell.isdigit() else cell
