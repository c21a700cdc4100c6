"""Reads one file: container, cells, layouts, checks, and one Parquet file a raw table.

A reading depends on the file's bytes and on the catalogue, on nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow as pa

from orchestration.catalogue import Catalogue
from orchestration.catalogue.layouts import CrosstabLayout
from orchestration.ingest.reader import kept, rows
from orchestration.ingest.reader.container import Container, archive_problem, sniff
from orchestration.ingest.reader.crosstab_extract import extract_crosstab
from orchestration.ingest.reader.grid import Grid, text_grid
from orchestration.ingest.reader.reading import Reading
from orchestration.ingest.reader.recognise import Recognised, recognise
from orchestration.ingest.reader.records_extract import extract_records
from orchestration.ingest.reader.refusal import DOWNLOAD_AGAIN, RefusedError
from orchestration.ingest.reader.session import define_published, open_session
from orchestration.ingest.reader.text import clean
from orchestration.ingest.reader.workbook import workbook_grids


def read_file(path: Path, catalogue: Catalogue, folder: Path) -> Reading:
    """Reads `path` and writes `<raw table>.parquet` files into `folder`.

    Never raises for what a file may contain: a file that cannot be read is a refused reading.
    """
    reader = _Reader(catalogue, folder)
    try:
        return reader.read(path)
    except RefusedError as refusal:
        return Reading(
            status="quarantined",
            publication_id=refusal.publication_id or reader.publication_id,
            notes=tuple(reader.notes),
            reason=refusal.what,
            next_step=refusal.next_step,
        )
    except (duckdb.Error, pa.ArrowException) as error:
        first_line = str(error).splitlines()[0]
        return Reading(
            status="quarantined",
            publication_id=reader.publication_id,
            reason=f"the reader failed on it ({type(error).__name__}: {first_line})",
            next_step="The reader is at fault: report it with the file's first lines.",
        )
    finally:
        reader.connection.close()


class _Reader:
    """The state of one reading: the DuckDB session, and what has been found so far."""

    def __init__(self, catalogue: Catalogue, folder: Path) -> None:
        self.catalogue, self.folder = catalogue, folder
        self.connection = open_session()
        self.notes: list[str] = []
        self.warnings: list[str] = []
        self.found: list[Recognised] = []
        self.synthetic: set[bool] = set()

    @property
    def publication_id(self) -> str | None:
        """The publication that the file belongs to, as far as it was recognised."""
        return self.found[0].publication.publication_id if self.found else None

    def read(self, path: Path) -> Reading:
        """The reading of a file. Raises `RefusedError` where it cannot be trusted."""
        for grid in self._grids(path):
            recognised_here = recognise(grid, self.catalogue)
            if not recognised_here and grid.looks_tabular:
                self.warnings.append(f"{grid.where}no layout fits this table, it is left out")
            for recognised in recognised_here:
                self.found.append(recognised)
                self._refuse_strangers(grid)
                self._take(grid, recognised)
        self._refuse_incomplete()
        tables = {one.raw_table: one.table for one in self.found}
        return Reading(
            status="loaded",
            publication_id=self.publication_id,
            tables={
                name: kept.write(self.connection, name, table, self.folder)
                for name, table in tables.items()
            },
            is_synthetic=self.synthetic == {True},
            notes=tuple(self.notes),
            warnings=tuple(self.warnings),
        )

    def _grids(self, path: Path) -> Iterator[Grid]:
        container = sniff(path)
        if container is Container.ARCHIVE:
            raise RefusedError(archive_problem(path), "Unpack it and land its files.")
        if container is not Container.TEXT:
            yield from workbook_grids(self.connection, path)
            return
        text = clean(path, self.folder / "clean.txt")
        try:
            self.notes += text.notes
            if not text.has_line_end:
                self.warnings.append("the last line has no line end")
            yield text_grid(self.connection, text)
        finally:
            text.path.unlink(missing_ok=True)

    def _take(self, grid: Grid, recognised: Recognised) -> None:
        """Takes one table out of a grid, checks it and keeps it."""
        if recognised.match.unmapped:
            self.warnings.append(
                f"{grid.where}columns not mapped, left out: {', '.join(recognised.match.unmapped)}"
                f" (to load them, edit {self.publication_id}.yml, {recognised.key}.headers)"
            )
        placeholders = [one.pattern for one in recognised.publication.placeholders]
        define_published(self.connection, placeholders)
        if isinstance(recognised.layout, CrosstabLayout):
            self.notes += extract_crosstab(grid, recognised, recognised.layout)
        else:
            self.notes += extract_records(grid, recognised)
        rows.refuse_empty(self.connection, recognised, grid.where)
        synthetic = rows.is_synthetic(self.connection, grid.where)
        self.synthetic.add(synthetic)
        if duplicates := rows.leave_out_duplicates(self.connection, recognised):
            self.notes.append(f"{grid.where}{duplicates} exact duplicate rows left out")
        if contradictions := rows.contradictions(self.connection, recognised, grid.where):
            self.warnings.append(contradictions)
        rows.refuse_wrong_values(self.connection, recognised, grid.where)
        kept.keep(self.connection, recognised, synthetic=synthetic)

    def _refuse_strangers(self, grid: Grid) -> None:
        publications = {one.publication.publication_id for one in self.found}
        if len(publications) > 1:
            raise RefusedError(
                f"{grid.where}the file holds tables of {' and '.join(sorted(publications))}",
                "Land each publication's tables as a file of its own.",
            )

    def _refuse_incomplete(self) -> None:
        if not self.found:
            raise RefusedError(
                "no layout of the catalogue fits any table in the file",
                "Is it a file of a publication that is read? If so, declare its layout in "
                "orchestration/publications/<publication_id>.yml. Is it a return? Then use its "
                "headers: people-plan template <publication_id>. Else: " + DOWNLOAD_AGAIN,
            )
        if len(self.synthetic) > 1:
            raise RefusedError(
                "some tables of the file are marked synthetic, the others are not",
                "Never mix synthetic with published rows in one file: land two files.",
            )
        there = {one.layout_id for one in self.found}
        for one in self.found:
            lacking = sorted(set(one.layout.together_with) - there)
            if lacking:
                raise RefusedError(
                    f"the file holds {one.layout_id} without {', '.join(lacking)}: a part is gone",
                    DOWNLOAD_AGAIN,
                )
