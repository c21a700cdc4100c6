"""General practice workforce: files of practices, some packed together, and bulletins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from orchestration.sample.csv_file import CsvFile
from orchestration.sample.release import Content, Release
from orchestration.sample.releases.practice_file import practice_file
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
from orchestration.sample.zip_file import ZipFile

PUBLICATION = "gp_workforce"
HEADER_ROW = 4
NOTES = (
    "Source: invented, in the shape of the National Workforce Reporting Service",
    SYNTHETIC_NOTE,
    "",
    "Notes:",
    "Figures for England include estimates for practices that did not return usable data.",
    "Figures of practices do not add up to them.",
)


def releases(world: World) -> Iterator[Release]:
    """All files of the publication."""
    files = world.rows(
        "select published_on, month, era from practice_files order by published_on, month"
    )
    for published_on, printed in groupby(files, key=itemgetter(0)):
        months = [(month, era) for _, month, era in printed]
        latest = months[-1][0]
        yield Release(
            PUBLICATION,
            published_on,
            f"GPWBulletin_{latest:%Y-%m}.xlsx",
            Bulletin(published_on, latest),
        )
        members: dict[str, Content] = {
            f"General Practice \N{EN DASH} {month:%B %Y} Practice Level - Detailed.csv": (
                practice_file(world, month, era)
            )
            for month, era in months
        }
        if published_on >= world.scale.practice_roles_from:
            name = f"General Practice \N{EN DASH} {latest:%B %Y} Practice Level - High level.csv"
            members[name] = CsvFile(query("practice_roles"), {"month": latest})
        if len(members) > 1:
            packed = f"GPWPracticeCSV.{latest:%m%Y}.zip"
            yield Release(PUBLICATION, published_on, packed, ZipFile(members))
        else:
            for name, content in members.items():
                yield Release(PUBLICATION, published_on, name, content)


@dataclass(frozen=True)
class Bulletin:
    """England up to `last_month` as known on `published_on`: one table a measure."""

    published_on: date
    last_month: date

    def write(self, world: World, path: Path) -> int:
        """Writes the workbook and returns the number of rows in its tables."""
        title = f"General Practice Workforce, {self.last_month:%B %Y}"
        with modern_workbook(path, title, self.published_on) as workbook:
            front = modern_sheet(workbook, "Title sheet")
            write_lines(
                front,
                (title, "", f"Publication date: {self.published_on:%d %B %Y}", "", SYNTHETIC_NOTE),
            )
            return self._table(world, workbook, "1a", "full-time equivalent (FTE)") + self._table(
                world, workbook, "1b", "headcount"
            )

    def _table(self, world: World, workbook: Any, number: str, measure: str) -> int:
        sheet = modern_sheet(workbook, number)
        cells = world.crosstab(
            query("general_practice_bulletin"),
            {"published_on": self.published_on, "counts_people": measure == "headcount"},
        )
        months = [key for key in cells if key[:4].isdigit()]
        first = date.fromisoformat(f"{months[0]}-01")
        write_lines(
            sheet,
            (
                f"Table {number}: General Practice Workforce, {measure}, England,"
                f" {first:%B %Y} to {self.last_month:%B %Y}",
            ),
        )
        headings = [f"{date.fromisoformat(f'{key}-01'):%B %Y}" for key in months]
        sheet.write_row(HEADER_ROW - 1, 0, ("", "", *headings, SYNTHETIC_HEADING))
        columns = [cells["group_label"], cells["role_label"], *(cells[key] for key in months)]
        row_count = len(columns[0])
        columns.append(["true"] * row_count)
        write_columns(sheet, range(HEADER_ROW + 1, HEADER_ROW + 1 + row_count), columns)
        write_lines(sheet, NOTES, HEADER_ROW + row_count + 3)
        return row_count
