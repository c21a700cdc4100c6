"""The cells of a text file or a sheet in DuckDB, as they stand, for SQL to work on.

A grid is a temporary table (row_number, c1 .. cN), every cell text. Row numbers are those that a
person sees when opening the file. Missing fields of a short text row are NULL, blank cells ''.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

import duckdb

from orchestration.ingest.files import as_glob
from orchestration.ingest.reader.cells import filled
from orchestration.ingest.reader.refusal import DOWNLOAD_AGAIN, RefusedError
from orchestration.ingest.reader.row import Row
from orchestration.ingest.reader.session import one_number
from orchestration.ingest.reader.text import BLANK_LINE, Text

DELIMITERS = (",", ";", "\t", "|")
SAMPLE_CHARACTERS = 100_000
# Fields beyond the widest line of the sample that a row may have and still be named, not fail.
SPARE_FIELDS = 8
MAXIMUM_LINE_BYTES = 16 << 20
START_ROWS = 60
TABLE_COLUMNS, TABLE_ROWS = 3, 5
LINES = 2000
NEVER_TEXT = "\x01"


@dataclass(frozen=True)
class Grid:
    """The cells of one text file (`sheet` is None) or one sheet, in table `name`."""

    connection: duckdb.DuckDBPyConnection
    name: str
    sheet: str | None
    width: int
    has_line_end: bool = True

    @property
    def is_text(self) -> bool:
        """Whether the cells come from a text file, where a row can be cut."""
        return self.sheet is None

    @property
    def where(self) -> str:
        """How a message names this grid: the sheet, or nothing for a text file."""
        return f"sheet '{self.sheet}': " if self.sheet else ""

    @property
    def cells(self) -> list[str]:
        """The names of the columns that hold cells."""
        return [f"c{number}" for number in range(1, self.width + 1)]

    def rows(self, first: int, count: int) -> list[Row]:
        """`count` rows from row number `first`, missing and empty cells as ''."""
        return [tuple(cell or "" for cell in row) for row in self._cells(first, count)]

    def _cells(self, first: int, count: int) -> list[tuple[str | None, ...]]:
        return self.connection.execute(
            f"select * exclude row_number from {self.name}"
            " where row_number >= ? and row_number < ? order by row_number",
            [first, first + count],
        ).fetchall()

    def start(self, count: int) -> list[Row]:
        """The first `count` rows, read once."""
        return self._start[:count]

    @cached_property
    def _start(self) -> list[Row]:
        return self.rows(1, START_ROWS)

    @cached_property
    def height(self) -> int:
        """The number of the last row."""
        return one_number(self.connection, f"select max(row_number) from {self.name}")

    @property
    def looks_tabular(self) -> bool:
        """Whether several of the first rows fill several cells, unlike notes and titles."""
        wide = [row for row in self._start if sum(map(bool, row)) >= TABLE_COLUMNS]
        return len(wide) >= TABLE_ROWS

    def field_counts(self, count: int) -> list[int]:
        """How many fields each of the first `count` rows has; a sheet's rows are all as wide."""
        if not self.is_text:
            return [self.width] * count
        return [sum(cell is not None for cell in row) for row in self._cells(1, count)]

    @cached_property
    def lines(self) -> list[tuple[int, str]]:
        """Row number and text of rows with a single filled cell: titles, captions, notes."""
        # Records fill their first two cells: asking that first spares counting the others.
        has_gap = f"not (is_filled(c1) and is_filled(c{min(self.width, 2)}))"
        return self.connection.execute(
            f"select row_number, concat_ws('', {', '.join(self.cells)})"
            f" from (select * from {self.name} where {has_gap})"
            f" where {filled(self.cells)} = 1 order by row_number limit {LINES}"
        ).fetchall()


def text_grid(connection: duckdb.DuckDBPyConnection, text: Text, name: str = "grid_0") -> Grid:
    """The grid of a cleaned text file. Raises `RefusedError` where fields cannot be told apart."""
    with text.path.open(encoding="utf-8") as file:
        sample = file.read(SAMPLE_CHARACTERS)
    if not sample.strip(f" \t\n{BLANK_LINE}"):
        raise RefusedError("the file holds nothing but white space", DOWNLOAD_AGAIN)
    delimiter, width = _dialect(sample)
    grid = Grid(connection, name, None, width + SPARE_FIELDS, text.has_line_end)
    cells = ", ".join(
        f"blank_as_empty(replace({cell}, chr({ord(BLANK_LINE)}), '')) as {cell}"
        for cell in grid.cells
    )
    try:
        connection.execute(
            f"""
            create or replace temp table {name} as
            select (row_number() over ())::integer as row_number, {cells}
            from read_csv(
                $path, columns = {dict.fromkeys(grid.cells, "VARCHAR")}, auto_detect = false,
                header = false, delim = $delimiter, quote = '"', escape = '"', new_line = '\\n',
                null_padding = true, nullstr = $never, parallel = false, strict_mode = true,
                max_line_size = {MAXIMUM_LINE_BYTES}
            )
            """,
            {"path": as_glob(str(text.path)), "delimiter": delimiter, "never": NEVER_TEXT},
        )
    except duckdb.Error as error:
        raise _csv_refusal(str(error)) from error
    return grid


def _dialect(sample: str) -> tuple[str, int]:
    """The delimiter that gives most rows one number of fields, and the widest row's number."""
    lines = sample.splitlines()
    widths = {d: [len(row) for row in csv.reader(lines, delimiter=d)] for d in DELIMITERS}

    def regularity(delimiter: str) -> tuple[int, int]:
        width, rows = Counter(widths[delimiter]).most_common(1)[0]
        return (rows, width) if width > 1 else (0, 0)

    best = max(DELIMITERS, key=regularity)
    return best, max(widths[best])


def _csv_refusal(message: str) -> RefusedError:
    line = re.search(r"CSV Error on Line: (\d+)", message)
    where = f"row {line[1]}" if line else "a row"
    if "Found" in message:
        return RefusedError(
            f"{where} has more fields than any other row: a comma may stand outside quotes",
            DOWNLOAD_AGAIN,
        )
    if "quote" in message:
        return RefusedError(f"{where} opens a quotation mark that is not closed", DOWNLOAD_AGAIN)
    first = message.splitlines()[0]
    return RefusedError(f"{where} cannot be read as separated values ({first})", DOWNLOAD_AGAIN)
