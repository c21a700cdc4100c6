"""The staff survey's detailed workbooks: summary rows, groups of respondents, organisations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from orchestration.sample.release import Release
from orchestration.sample.releases.queries import query
from orchestration.sample.workbooks import (
    SYNTHETIC_HEADING,
    SYNTHETIC_NOTE,
    legacy_workbook,
    write_legacy_columns,
    write_lines,
)
from orchestration.sample.world import World

HEADER_ROWS = 5


def releases(world: World) -> Iterator[Release]:
    """All files of the publication: for each year and sheet one workbook a breakdown."""
    workbooks = world.rows(
        "select distinct survey_year, cast(published_on as date), file_prefix, sheet, breakdown"
        " from survey_workbooks inner join survey_rounds using (survey_year) order by all"
    )
    for survey_year, published_on, prefix, sheet, breakdown in workbooks:
        yield Release(
            "nss",
            published_on,
            f"{prefix} - {sheet} - {breakdown}.xls",
            SurveyWorkbook(survey_year, sheet, breakdown),
        )


@dataclass(frozen=True)
class SurveyWorkbook:
    """One sheet of questions for one breakdown of respondents."""

    survey_year: int
    sheet: str
    breakdown: str

    def write(self, world: World, path: Path) -> int:
        """Writes the workbook and returns the number of its rows of results."""
        title = f"National NHS Staff Survey {self.survey_year}"
        workbook = legacy_workbook()
        notes = (f"{title} - Detailed Spreadsheets", "", SYNTHETIC_NOTE, "Results are unweighted.")
        write_lines(workbook.add_sheet("Notes"), notes)
        sheet = workbook.add_sheet(f"{self.sheet}_mean")
        which = {"survey_year": self.survey_year, "sheet": self.sheet}
        headings = world.rows(query("survey_columns"), which)
        cells = world.crosstab(query("survey_cells"), {**which, "breakdown": self.breakdown})
        labels = self._labels(cells)
        captions = (
            "Data is Unweighted",
            title,
            SYNTHETIC_NOTE,
            "Note: where there were fewer than 11 responses to a question they are not displayed",
        )
        write_lines(sheet, captions)
        _write_headings(sheet, headings, len(labels))
        keys = sorted(key for key in cells if key.isdigit())
        row_count = len(labels[0])
        columns = [*labels, *(cells[key] for key in keys), ["true"] * row_count]
        write_legacy_columns(sheet, HEADER_ROWS + 1, columns)
        sheet.write(HEADER_ROWS - 1, len(columns) - 1, SYNTHETIC_HEADING)
        workbook.save(str(path))
        return row_count

    def _labels(self, cells: dict[str, list[Any]]) -> list[list[Any]]:
        if self.breakdown == "organisation":
            return [cells["respondent_code"], cells["respondent_group"], cells["trust_type"]]
        return [[" "] * len(cells["respondent_group"]), cells["respondent_group"]]


def _write_headings(sheet: Any, headings: Sequence[tuple[str, ...]], first_column: int) -> None:
    """Writes the header rows; what spans several columns is merged, as in the real workbooks."""
    for level in range(HEADER_ROWS):
        start = first_column
        for _, group in groupby(headings, key=lambda heading: heading[: level + 1]):
            span = list(group)
            end = start + len(span) - 1
            text = span[0][level]
            if text and start < end:
                sheet.write_merge(level, level, start, end, text)
            elif text:
                sheet.write(level, start, text)
            start = end + 1
