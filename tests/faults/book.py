"""The cells of any file as text, sheet by sheet, to be changed and written again."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path

from python_calamine import CalamineWorkbook

from orchestration.ingest.reader.container import Container, sniff
from orchestration.ingest.reader.workbook import cell_text
from tests.faults.damage import Rows, decoded
from tests.faults.workbook_file import packed, sheet_part

Sheet = str | None


@dataclass(frozen=True)
class Book:
    """The rows of each sheet; a text file has one, called None.

    `parts` are sheets that were written and have not changed since.
    """

    sheets: dict[Sheet, Rows]
    parts: dict[Sheet, bytes] = field(default_factory=dict, compare=False, repr=False)

    @property
    def is_text(self) -> bool:
        return None in self.sheets

    @property
    def suffix(self) -> str:
        return ".csv" if self.is_text else ".xlsx"

    def to_change(self, sheet: Sheet) -> Book:
        """A copy in which the rows of one sheet may be changed, and those of no other."""
        others = {name: self._part(name) for name in self.sheets if name != sheet}
        return Book({**self.sheets, sheet: [list(row) for row in self.sheets[sheet]]}, others)

    def written(self) -> bytes:
        if self.is_text:
            return _text(self.sheets[None])
        return packed({str(name): self._part(name) for name in self.sheets})

    def _part(self, sheet: Sheet) -> bytes:
        if sheet not in self.parts:
            self.parts[sheet] = sheet_part(self.sheets[sheet])
        return self.parts[sheet]


def opened(path: Path) -> Book:
    """The cells of a file of whatever kind, as the reader takes them."""
    if sniff(path) is Container.TEXT:
        return Book({None: list(csv.reader(io.StringIO(decoded(path.read_bytes()))))})
    workbook = CalamineWorkbook.from_path(str(path))
    return Book(
        {
            name: [
                [cell_text(cell) for cell in row]
                for row in workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
            ]
            for name in workbook.sheet_names
        }
    )


def _text(rows: Rows) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()
