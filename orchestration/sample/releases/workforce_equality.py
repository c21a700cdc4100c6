"""Staff by ethnic group and grade: one long sheet of a legacy workbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from orchestration.sample.release import Release
from orchestration.sample.releases.queries import query
from orchestration.sample.workbooks import legacy_workbook, write_legacy_columns
from orchestration.sample.world import World


def releases(world: World) -> Iterator[Release]:  # noqa: ARG001 - every publication is asked alike
    """All files of the publication."""
    name = "nhs-workforce-data-june-2022.xls"
    yield Release("workforce_equality", date(2022, 9, 29), name, EthnicityWorkbook())


@dataclass(frozen=True)
class EthnicityWorkbook:
    """One sheet, a record a row."""

    def write(self, world: World, path: Path) -> int:
        """Writes the workbook and returns the number of its records."""
        columns = world.columns(query("equality_grades"))
        workbook = legacy_workbook()
        sheet = workbook.add_sheet("nhs-workforce-data-june-2022")
        write_legacy_columns(sheet, 1, [[heading] for heading in columns])
        write_legacy_columns(sheet, 2, list(columns.values()))
        workbook.save(str(path))
        return len(columns["Value"])
