"""The cells of any file as text, sheet by sheet, to be changed and written again."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

from orchestration.ingest.reader.container import Container, sniff
from orchestration.ingest.reader.workbook import cell_text
from tests.faults.damage import Rows, decoded

Sheet = str | None


@dataclass(frozen=True)
class Book:
    """The rows of each sheet; a text file has one, called None."""

    sheets: dict[Sheet, Rows]

    @property
    def is_text(self) -> bool:
        return None in self.sheets

    @property
    def suffix(self) -> str:
        return ".csv" if self.is_text else ".xlsx"

    def copy(self) -> Book:
        return Book({name: [list(row) for row in rows] for name, rows in self.sheets.items()})

    def written(self) -> bytes:
        return _text(self.sheets[None]) if self.is_text else _workbook(self.sheets)


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


def _workbook(sheets: dict[Sheet, Rows]) -> bytes:
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True}) as workbook:
        for name, rows in sheets.items():
            sheet = workbook.add_worksheet(name)
            for number, row in enumerate(rows):
                for place, cell in enumerate(row):
                    if cell:
                        sheet.write_string(number, place, cell)
    return packed.getvalue()
