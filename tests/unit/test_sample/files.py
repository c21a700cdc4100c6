"""Reads sample files back with nothing but DuckDB and calamine, as an outsider would."""

from __future__ import annotations

from pathlib import Path

import duckdb
from python_calamine import CalamineWorkbook

Cells = list[list[object]]


def records(
    connection: duckdb.DuckDBPyConnection, name: str, landing: Path, pattern: str
) -> duckdb.DuckDBPyConnection:
    """Makes a table `name`, all text, of the CSV files that match, with the file's name."""
    paths = [str(path) for path in sorted(landing.glob(pattern))]
    assert paths, f"no sample file matches {pattern}"
    return connection.execute(
        f"""
        create or replace table {name} as
        from read_csv($paths, all_varchar = true, filename = true, union_by_name = true)
        """,
        {"paths": paths},
    )


def transcoded(landing: Path, pattern: str, folder: Path) -> Path:
    """Copies cp1252 files as UTF-8, which DuckDB reads by itself, into `folder`."""
    for path in landing.glob(pattern):
        (folder / path.name).write_text(path.read_text("cp1252"), "utf-8")
    return folder


def sheets(path: Path) -> dict[str, Cells]:
    """The cells of every sheet of a workbook."""
    workbook = CalamineWorkbook.from_path(str(path))
    return {
        name: workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for name in workbook.sheet_names
    }
