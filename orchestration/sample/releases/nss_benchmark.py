"""The staff survey's benchmark workbooks: weighted, five years side by side, restated yearly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from orchestration.sample.release import Release
from orchestration.sample.releases.queries import query
from orchestration.sample.workbooks import (
    SYNTHETIC_HEADING,
    SYNTHETIC_NOTE,
    modern_workbook,
    write_columns,
    write_lines,
)
from orchestration.sample.world import World

# Sheet by sheet: its level, and the headings of its labels with the columns that fill them.
SHEETS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "National": ("england", {"Reporting level": "unit_code"}),
    "Benchmarking groups": ("group", {"Benchmarking group": "unit_code"}),
    "Regions": ("region", {"Region code": "unit_code", "Region name": "region_name"}),
    "ICBs": (
        "icb",
        {
            "ICB code": "unit_code",
            "ICB name": "icb_name",
            "Region code": "region_code",
            "Region name": "region_name",
        },
    ),
    "Organisations": (
        "organisation",
        {
            "Organisation code": "unit_code",
            "Organisation name": "organisation_name",
            "Benchmarking group": "benchmarking_group",
            "Region code": "region_code",
            "Region name": "region_name",
            "ICB code": "icb_code",
            "ICB name": "icb_name",
        },
    ),
}
WITHHELD_NOTE = "Results of q13 for 2023 are not published: the answers are being checked."


def releases(world: World) -> Iterator[Release]:
    """All files of the publication: a workbook a year, one of them published again."""
    workbooks = world.rows(
        "select reporting_year, cast(published_on as date), is_corrected, file_name"
        " from benchmark_workbooks order by published_on"
    )
    for reporting_year, published_on, is_corrected, file_name in workbooks:
        yield Release(
            "nss",
            published_on,
            file_name,
            BenchmarkWorkbook(reporting_year, published_on, is_corrected),
        )


@dataclass(frozen=True)
class BenchmarkWorkbook:
    """Notes, then a sheet a level."""

    reporting_year: int
    published_on: date
    is_corrected: bool

    def write(self, world: World, path: Path) -> int:
        """Writes the workbook and returns the number of its rows of results."""
        title = f"NHS Staff Survey {self.reporting_year} benchmark workbook"
        with modern_workbook(path, title, self.published_on) as workbook:
            notes = workbook.add_worksheet("Notes")
            write_lines(notes, (title, "", SYNTHETIC_NOTE, "Results are weighted."))
            if not self.is_corrected:
                write_lines(notes, (WITHHELD_NOTE,), first_row=5)
            return sum(
                self._sheet(world, workbook.add_worksheet(name), level, labels)
                for name, (level, labels) in SHEETS.items()
            )

    def _sheet(self, world: World, sheet: Any, level: str, labels: Mapping[str, str]) -> int:
        cells = world.crosstab(
            query("benchmark_cells"),
            {"published_on": self.published_on, "geography_level": level},
        )
        keys = sorted(key for key in cells if "|" in key)
        row_count = len(cells["unit_code"])
        headings = [*labels, *(key.split("|")[1] for key in keys), SYNTHETIC_HEADING]
        columns = [cells[column] for column in (*labels.values(), *keys)]
        sheet.write_row(0, 0, headings)
        write_columns(sheet, range(2, row_count + 2), [*columns, ["true"] * row_count])
        return row_count
