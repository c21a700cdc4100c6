"""The Workforce Race Equality Standard: a workbook a year, a sheet an indicator or two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from orchestration.sample.release import Release
from orchestration.sample.releases.queries import query
from orchestration.sample.workbooks import SYNTHETIC_NOTE, modern_workbook, write_titled_sheet
from orchestration.sample.world import World

SHEETS = {
    "England": ("wres_national", "Indicators 1 and 9: England"),
    "Indicator 1": ("wres_staff", "Indicator 1: staff by pay band and ethnicity"),
    "Indicator 9": ("wres_board", "Indicator 9: board members by ethnicity"),
    "Indicators 2 to 8": ("wres_indicators", "Indicators 2 to 8"),
}
NOTES = ("Survey indicators are of the autumn before.", "* denotes too few people.")


def releases(world: World) -> Iterator[Release]:
    """All files of the publication."""
    for year, published_on in world.rows(
        "select standard_year, published_on from wres_years order by all"
    ):
        name = f"wres-{year}-data-tables.xlsx"
        yield Release("wres", published_on, name, WresWorkbook(year, published_on))


@dataclass(frozen=True)
class WresWorkbook:
    """All trusts in one year; where the year before was restated, in that one too."""

    year: int
    published_on: date

    def write(self, world: World, path: Path) -> int:
        """Writes the workbook and returns the number of its records."""
        title = f"NHS Workforce Race Equality Standard {self.year}, data for NHS trusts"
        parameters = {"published_on": self.published_on}
        with modern_workbook(path, title, self.published_on) as workbook:
            return sum(
                write_titled_sheet(
                    workbook,
                    name,
                    (f"{title}. {caption}", SYNTHETIC_NOTE),
                    world.columns(query(script), parameters),
                    NOTES,
                )
                for name, (script, caption) in SHEETS.items()
            )
