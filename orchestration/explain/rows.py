"""The rows of published files that a figure is made of, as a person finds them in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import duckdb
from xlsxwriter.utility import xl_col_to_name

from orchestration.catalogue import Catalogue
from orchestration.catalogue.layouts import RecordsLayout
from orchestration.catalogue.tables import LINEAGE
from orchestration.edition.rows import rows_of
from orchestration.explain.numbers import parsed
from orchestration.explain.replay import FIGURES, Traced
from orchestration.explain.sources import RECEIVED, Sources


@dataclass(frozen=True)
class SourceRow:
    """One row of a published file, or one cell of a cross-table.

    `row_number` is what a spreadsheet shows for it, title lines counted; `cell` its address where
    the table is a cross-table. `published` holds what stands in it by published heading, `figures`
    which headings give which part of the explained figure.
    """

    file_id: str
    raw_table: str
    layout_id: str
    sheet_name: str | None
    row_number: int
    cell: str | None
    published: Mapping[str, str]
    figures: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class TracedRows:
    """Rows that figures were taken from, and how many others were consulted, by raw table."""

    rows: tuple[SourceRow, ...]
    consulted: Mapping[str, int]


def source_rows(
    connection: duckdb.DuckDBPyConnection, sources: Sources, catalogue: Catalogue, traced: Traced
) -> TracedRows:
    """Looks the numbers of a traced figure up in the raw tables of the replay."""
    parts: dict[tuple[str, int], dict[str, list[str]]] = {}
    # A rate is made of its terms: only a figure without terms is followed as a value.
    has_terms = bool(traced.cells["numerator"] or traced.cells["denominator"])
    for part in FIGURES:
        if part == "value" and has_terms:
            continue
        for number in traced.cells[part]:
            raw_table, rowid, column = sources.locate(number)
            found = parts.setdefault((raw_table, rowid), {})
            found.setdefault(part, []).extend([column] if column else [])
    consulted: dict[str, int] = {}
    for number in traced.rows:
        raw_table, rowid, _ = sources.locate(number)
        if (raw_table, rowid) not in parts:
            consulted[raw_table] = consulted.get(raw_table, 0) + 1
    rows: list[SourceRow] = []
    for raw_table in sorted({raw_table for raw_table, _ in parts}):
        wanted = [rowid for table, rowid in parts if table == raw_table]
        for rowid, row in _raw_rows(connection, raw_table, wanted):
            rows.append(_source_row(catalogue, raw_table, row, parts[raw_table, rowid]))
    rows.sort(key=lambda row: (row.raw_table, row.file_id, row.sheet_name or "", row.row_number))
    return TracedRows(tuple(rows), consulted)


def sums(rows: Iterable[SourceRow]) -> Iterator[tuple[str, float, int]]:
    """What the published numbers behind each part add up to, and how many they are."""
    listed = list(rows)
    for part in FIGURES:
        values = [
            value
            for row in listed
            for heading in row.figures.get(part, ())
            if (value := parsed(row.published[heading])) is not None
        ]
        if values:
            yield part, sum(values), len(values)


def _raw_rows(
    connection: duckdb.DuckDBPyConnection, raw_table: str, rowids: Iterable[int]
) -> Iterable[tuple[int, dict[str, Any]]]:
    found = rows_of(
        connection,
        f'select rowid as row_id, * from {RECEIVED}."{raw_table}"'
        " where list_contains($rowids::bigint[], rowid) order by rowid",
        {"rowids": list(rowids)},
    )
    return [(row.pop("row_id"), row) for row in found]


def _source_row(
    catalogue: Catalogue, raw_table: str, row: Mapping[str, Any], parts: Mapping[str, list[str]]
) -> SourceRow:
    headings = _headings(catalogue, raw_table, row["layout_id"])
    column_number = row.get("column_number")
    return SourceRow(
        row["file_id"],
        raw_table,
        row["layout_id"],
        row["sheet_name"],
        row["row_number"],
        f"{xl_col_to_name(column_number - 1)}{row['row_number']}" if column_number else None,
        {
            headings.get(name, name): value
            for name, value in row.items()
            if name not in LINEAGE and value is not None
        },
        {
            part: tuple(sorted({headings.get(name, name) for name in columns}))
            for part, columns in parts.items()
        },
    )


def _headings(catalogue: Catalogue, raw_table: str, layout_id: str) -> dict[str, str]:
    """What the layout calls each column in the published file, where it is one text."""
    publication = catalogue.publications[raw_table.split("__", 1)[0]]
    layout = publication.layouts[layout_id]
    if not isinstance(layout, RecordsLayout):
        return {}
    return {
        column: headers[0].text for column, headers in layout.headers.items() if headers[0].text
    }
