"""Flu vaccination of frontline healthcare workers: a workbook a month, then the final figures."""

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
    "Trusts": "flu_trusts",
    "Regions": "flu_regions",
    "ICBs": "flu_icbs",
    "Staff groups": "flu_staff_groups",
}
NOTES = (
    "Source: invented, in the shape of the ImmForm survey.",
    "* denotes figures of employers with few frontline healthcare workers.",
)
FINAL_STAGE = 6


def releases(world: World) -> Iterator[Release]:
    """All files of the publication."""
    for season, stage, first_day, last_day, published_on in world.rows(
        "select season, stage, first_day, last_day, published_on from flu_releases order by all"
    ):
        year = f"{season}-to-{season + 1}"
        kind = "final" if stage >= FINAL_STAGE else f"{last_day:%B-%Y}".lower()
        yield Release(
            "hcw_flu_uptake",
            published_on,
            f"seasonal-flu-vaccine-uptake-hcws-{year}-{kind}.xlsx",
            FluWorkbook(season, stage, first_day, last_day, published_on),
        )


@dataclass(frozen=True)
class FluWorkbook:
    """A sheet for each way of dividing England, every one under the same title."""

    season: int
    stage: int
    first_day: date
    last_day: date
    published_on: date

    def write(self, world: World, path: Path) -> int:
        """Writes the workbook and returns the number of its records."""
        state = "provisional monthly data" if self.stage < FINAL_STAGE else "winter season"
        days = f"{_words(self.first_day)} to {_words(self.last_day)}"
        title = (
            f"Seasonal influenza vaccine uptake in frontline healthcare workers: {state}, {days}"
        )
        parameters = {"season": self.season, "stage": self.stage}
        with modern_workbook(path, title, self.published_on) as workbook:
            return sum(
                write_titled_sheet(
                    workbook,
                    name,
                    (title, SYNTHETIC_NOTE),
                    world.columns(query(script), parameters),
                    NOTES,
                )
                for name, script in SHEETS.items()
            )


def _words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
