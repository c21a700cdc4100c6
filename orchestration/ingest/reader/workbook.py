"""Turns the sheets of a workbook, of whatever age, into grids of text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from typing import TypeVar

import duckdb
import pyarrow as pa
from python_calamine import CalamineWorkbook, SheetTypeEnum

from orchestration.ingest.reader.container import MAXIMUM_CELLS
from orchestration.ingest.reader.grid import Grid
from orchestration.ingest.reader.refusal import DOWNLOAD_AGAIN, RefusedError

Parsed = TypeVar("Parsed")
EXACT_WHOLE_NUMBERS = 1e15


def workbook_grids(connection: duckdb.DuckDBPyConnection, path: Path) -> Iterator[Grid]:
    """One grid a sheet that holds cells, in order. Raises `RefusedError` for a broken workbook."""
    workbook = _parsed(partial(CalamineWorkbook.from_path, str(path)))
    for number, sheet in enumerate(workbook.sheets_metadata):
        if sheet.typ == SheetTypeEnum.WorkSheet:
            cells = _parsed(partial(_sheet_rows, workbook, sheet.name))
            if cells:
                yield _sheet_grid(connection, f"grid_{number}", sheet.name, cells)


def _sheet_rows(workbook: CalamineWorkbook, name: str) -> Sequence[Sequence[object]]:
    sheet = workbook.get_sheet_by_name(name)
    if sheet.total_height * sheet.total_width > MAXIMUM_CELLS:
        raise RefusedError(
            f"sheet '{name}' spans {sheet.total_height:,} rows by {sheet.total_width:,} columns",
            "Open it, delete the stray cells at the far edge, save and land it.",
        )
    return sheet.to_python(skip_empty_area=False)


def _parsed(parse: Callable[[], Parsed]) -> Parsed:
    """Runs the parser; a broken workbook is refused, whichever way the parser fails."""
    try:
        return parse()
    except (RefusedError, KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:  # the parser's panics do not derive from Exception
        raise RefusedError(f"the workbook is broken or locked ({error})", DOWNLOAD_AGAIN) from error


def _sheet_grid(
    connection: duckdb.DuckDBPyConnection, name: str, sheet: str, rows: Sequence[Sequence[object]]
) -> Grid:
    columns = [pa.array(map(cell_text, column), pa.string()) for column in zip(*rows, strict=True)]
    grid = Grid(connection, name, sheet, len(columns))
    numbers = pa.array(range(1, len(rows) + 1), pa.int32())
    cells = pa.table([numbers, *columns], names=["row_number", *grid.cells])
    connection.register("sheet_cells", cells)
    connection.execute(f"create or replace temp table {name} as select * from sheet_cells")
    connection.unregister("sheet_cells")
    return grid


def cell_text(value: object) -> str:
    """A cell as text: whole floats without `.0`, others in full, days as yyyy-mm-dd, blanks ''."""
    match value:
        case str():
            text = value if value.strip() else ""
        case bool():
            text = str(value).lower()
        case float() if value.is_integer() and abs(value) < EXACT_WHOLE_NUMBERS:
            text = str(int(value))
        case datetime() if value.time() == time():
            text = value.date().isoformat()
        case date():
            text = value.isoformat()
        case _:
            text = str(value)
    return text
