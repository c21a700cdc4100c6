"""Workbooks of today (xlsx) and of old (xls), filled by columns, the same bytes each time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import xlsxwriter
import xlwt

if TYPE_CHECKING:
    from collections.abc import Iterator

SYNTHETIC_HEADING = "IS_SYNTHETIC"
SYNTHETIC_NOTE = (
    "SYNTHETIC DATA: invented figures of invented organisations, for trying things out."
)
NOT_APPLICABLE = "."


@contextmanager
def modern_workbook(path: Path, title: str, created_on: date) -> Iterator[xlsxwriter.Workbook]:
    """An xlsx workbook in which a missing value is printed as a full stop."""
    workbook = xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy"})
    workbook.set_properties(
        {
            "title": title,
            "comments": SYNTHETIC_NOTE,
            "created": datetime.combine(created_on, time()),
        }
    )
    yield workbook
    workbook.close()


def modern_sheet(workbook: xlsxwriter.Workbook, name: str) -> Any:
    """A new sheet of an xlsx workbook."""
    sheet = workbook.add_worksheet(name)
    sheet.add_write_handler(
        type(None),
        lambda sheet, row, column, *_: sheet.write_string(row, column, NOT_APPLICABLE),
    )
    return sheet


def write_lines(sheet: Any, lines: Sequence[str], first_row: int = 1) -> None:
    """Writes titles or notes below each other into the first column, from row `first_row`."""
    for row, line in enumerate(lines, first_row - 1):
        if line:
            sheet.write(row, 0, line)


def write_columns(sheet: Any, rows: Sequence[int], columns: Sequence[Sequence[Any]]) -> None:
    """Writes columns side by side from the first; value i of each stands in sheet row `rows[i]`."""
    starts = [i for i, row in enumerate(rows) if i == 0 or row != rows[i - 1] + 1]
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        for position, column in enumerate(columns):
            sheet.write_column(rows[start] - 1, position, column[start:end])


def write_titled_sheet(
    workbook: xlsxwriter.Workbook,
    name: str,
    titles: Sequence[str],
    columns: Mapping[str, Sequence[Any]],
    notes: Sequence[str] = (),
) -> int:
    """Adds a sheet: titles, an empty row, a header and its records, notes beneath.

    A missing value leaves its cell empty. Returns the number of records.
    """
    sheet = workbook.add_worksheet(name)
    write_lines(sheet, titles)
    header_row = len(titles) + 2
    sheet.write_row(header_row - 1, 0, list(columns))
    count = len(next(iter(columns.values())))
    rows = range(header_row + 1, header_row + 1 + count)
    write_columns(sheet, rows, list(columns.values()))
    write_lines(sheet, notes, header_row + count + 3)
    return count


def legacy_workbook() -> xlwt.Workbook:
    """An xls workbook, as publishers used until about 2022."""
    return xlwt.Workbook(encoding="utf-8")


def write_legacy_columns(
    sheet: Any, first_row: int, columns: Sequence[Sequence[Any]], first_column: int = 1
) -> None:
    """Writes columns side by side into an xls sheet; None leaves the cell empty."""
    as_date = xlwt.easyxf(num_format_str="dd/mm/yyyy")
    plain = xlwt.XFStyle()
    for position, column in enumerate(columns, first_column - 1):
        style = as_date if any(isinstance(value, date) for value in column[:1]) else plain
        for row, value in enumerate(column, first_row - 1):
            if value is not None:
                sheet.write(row, position, value, style)
