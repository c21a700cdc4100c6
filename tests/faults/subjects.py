"""The smallest sample file in each layout of the catalogue, and where its columns stand in it."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from orchestration.catalogue import Catalogue, Publication, Table
from orchestration.catalogue.columns import (
    CategoryColumn,
    CodeColumn,
    DateColumn,
    IntegerColumn,
    NumberColumn,
)
from orchestration.catalogue.layouts import CrosstabLayout, HeaderlessLayout, Layout
from orchestration.ingest.arrivals import unpack
from orchestration.ingest.reader.container import Container, sniff
from orchestration.ingest.reader.grid import Grid, text_grid
from orchestration.ingest.reader.match import Match
from orchestration.ingest.reader.recognise import recognise
from orchestration.ingest.reader.session import open_session
from orchestration.ingest.reader.text import clean
from orchestration.ingest.reader.workbook import workbook_grids
from tests.faults.book import Book, Sheet, opened
from tests.faults.damage import Rows

HOLDS_LITTLE = 4_000
SMALL_ONES = 4


@dataclass(frozen=True)
class Declared:
    """A layout as the catalogue declares it."""

    publication: Publication
    layout_id: str

    @property
    def layout(self) -> Layout:
        return self.publication.layouts[self.layout_id]

    @property
    def table(self) -> Table:
        return self.publication.tables[self.layout.table]

    @property
    def is_return(self) -> bool:
        template = self.publication.template
        return template is not None and template.layout == self.layout_id

    def columns_of(self, *kinds: type) -> list[str]:
        """The columns of these kinds that rows fill, captured ones aside."""
        return [
            name
            for name, column in self.table.columns.items()
            if name in self.layout.columns
            and name not in self.layout.captured
            and isinstance(column, kinds)
        ]

    @property
    def numbers(self) -> list[str]:
        """Columns of numbers that are no part of what identifies a row."""
        found = self.columns_of(NumberColumn, IntegerColumn)
        return [name for name in found if name not in self.table.key]

    @property
    def days(self) -> list[str]:
        """Columns of days that stand in rows, not above them."""
        layout = self.layout
        if isinstance(layout, CrosstabLayout):
            labels = {label.column for label in layout.labels}
            return [name for name in self.columns_of(DateColumn) if name in labels]
        return self.columns_of(DateColumn)

    @property
    def checked(self) -> list[str]:
        """Columns that are always filled and whose texts are not free."""
        found = self.columns_of(DateColumn, CodeColumn, CategoryColumn)
        return [name for name in found if self.table.columns[name].required]


@dataclass(frozen=True)
class Subject:
    """A sample file that holds a layout: its cells, and where the layout is in them."""

    declared: Declared
    book: Book
    sheet: Sheet
    match: Match

    @property
    def rows(self) -> Rows:
        return self.book.sheets[self.sheet]

    @property
    def header(self) -> int:
        """The index of the (last) header row."""
        return self.match.first_data_row - 2

    @cached_property
    def body(self) -> range:
        """The indexes of the rows from the first to the last of the table."""
        first = self.match.first_data_row - 1
        end = min(self.match.end_row - 1 if self.match.end_row else len(self.rows), len(self.rows))
        while end > first and sum(bool(cell.strip()) for cell in self.rows[end - 1]) < 2:
            end -= 1
        return range(first, end)

    @property
    def places(self) -> dict[str, int]:
        """The index of the cell that fills each column; of a cross-table's values the first."""
        found = {column: position - 1 for column, position in self.match.places}
        if self.match.headings:
            found[self.declared.layout.columns[-1]] = self.match.headings[0][0] - 1
        return found

    def spread(self, column: str) -> list[int]:
        """The indexes of all cells of a row that hold values of a column."""
        if self.match.headings and column == self.declared.layout.columns[-1]:
            return [position - 1 for position, _ in self.match.headings]
        return [self.places[column]] if column in self.places else []

    def filled_row(self, column: str) -> int:
        """A row in the middle of the table with a number in a column."""
        numeric = [
            number
            for number in self.body
            if self.rows[number][self.places[column]].replace(",", "").replace(".", "").isdigit()
        ]
        return numeric[len(numeric) // 2]


def declared_layouts(catalogue: Catalogue) -> list[Declared]:
    return [
        Declared(publication, layout_id)
        for publication in catalogue.publications.values()
        for layout_id in publication.layouts
    ]


def subjects_of(
    landing: Path, catalogue: Catalogue, publication: Publication, wanted: Collection[str]
) -> dict[str, list[Subject]]:
    """For each wanted layout sample files that hold it: a usual one, then small ones."""
    found: dict[str, list[Subject]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for path in _files(landing / publication.publication_id, Path(folder)):
            is_least = path.stat().st_size < HOLDS_LITTLE
            if set(wanted) <= set(found) and not is_least:
                continue
            taken: Book | None = None
            for grid in _grids(path, Path(folder)):
                for one in recognise(grid, catalogue):
                    known = found.setdefault(one.layout_id, [])
                    if len(known) < (SMALL_ONES if is_least else 1):
                        taken = taken or opened(path)
                        declared = Declared(publication, one.layout_id)
                        known.append(Subject(declared, taken, grid.sheet, one.match))
    return found


def _files(folder: Path, work: Path) -> Iterator[Path]:
    """Files of a folder and members of its zips, the small ones first, the very small last."""

    def order(path: Path) -> tuple[bool, int, Path]:
        size = path.stat().st_size
        return size < HOLDS_LITTLE, size, path

    for path in sorted(folder.glob("*/*"), key=order):
        if sniff(path) is Container.ARCHIVE:
            for _, member in unpack(path, work):
                yield member
        else:
            yield path


def _grids(path: Path, work: Path) -> Iterator[Grid]:
    connection = open_session()
    try:
        if sniff(path) is Container.TEXT:
            yield text_grid(connection, clean(path, work / "clean.txt"))
        else:
            yield from workbook_grids(connection, path)
    finally:
        connection.close()


def has_header(declared: Declared) -> bool:
    return not isinstance(declared.layout, HeaderlessLayout)
