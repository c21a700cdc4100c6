"""Staff by ethnic group or gender and grade: one long sheet of a legacy workbook each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from orchestration.sample.release import Release
from orchestration.sample.releases.queries import query
from orchestration.sample.workbooks import legacy_workbook, write_legacy_columns
from orchestration.sample.world import World

SHEETS = {
    "nhs-workforce-data-june-2022": "equality_grades",
    "nhs-workforce-gender-june-2022": "gender_grades",
}


def releases(world: World) -> Iterator[Release]:  # noqa: ARG001 - every publication is asked alike
    """All files of the publication."""
    for name, script in SHEETS.items():
        content = GradesWorkbook(name, script)
        yield Release("workforce_equality", date(2022, 9, 29), f"{name}.xls", content)


@dataclass(frozen=True)
class GradesWorkbook:
    """One sheet, a record a row."""

    sheet_name: str
    script: str

    def write(self, world: World, path: Path) -> int:
        """Writes the workbook and returns the number of its records."""
        columns = world.columns(query(self.script))
        workbook = legacy_workbook()
        sheet = workbook.add_sheet(self.sheet_name)
        write_legacy_columns(sheet, 1, [[heading] for heading in columns])
        write_legacy_columns(sheet, 2, list(columns.values()))
        workbook.save(str(path))
        return len(columns["Value"])
