"""Reads one file: container, cells, layouts, checks, and one Parquet file a raw table.

A reading depends on the file's bytes and on the catalogue, on nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import pyarrow as pa

from orchestration.catalogue import Catalogue, Table
from orchestration.catalogue.layouts import CrosstabLayout, RecordsLayout
from orchestration.ingest.reader.container import Container, sniff
from orchestration.ingest.reader.crosstab_extract import extract_crosstab
from orchestration.ingest.reader.grid import Grid, text_grid, workbook_grids
from orchestration.ingest.reader.kinds import kind_problems
from orchestration.ingest.reader.recognise import Recognised, recognise
from orchestration.ingest.reader.records_extract import extract_records
from orchestration.ingest.reader.refusal import DOWNLOAD_AGAIN, RefusedError, edit_layout
from orchestration.ingest.reader.rules import create_typed, rule_problems
from orchestration.ingest.reader.session import define_published, one_number, one_row, open_session
from orchestration.ingest.reader.text import clean

PROBLEMS_SHOWN = 6


@dataclass(frozen=True)
class TableReading:
    """What one file holds of one raw table. `parts` name its table-periods, for superseding."""

    layout_ids: tuple[str, ...]
    rows: int
    period_from: str | None
    period_to: str | None
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Reading:
    """What came of reading a file: its tables, or why it was refused."""

    status: str
    publication_id: str | None = None
    tables: dict[str, TableReading] = field(default_factory=dict)
    is_synthetic: bool = False
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    reason: str | None = None
    next_step: str | None = None


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
        for grid in self._grids(path):
            for recognised in recognise(grid, self.catalogue):
                self._take(grid, recognised)
        self._refuse_incomplete()
        tables = {name: self._write(name, table) for name, table in self._tables().items()}
        return Reading(
            status="loaded",
            publication_id=self.publication_id,
            tables=tables,
            is_synthetic=self.synthetic == {True},
            notes=tuple(self.notes),
            warnings=tuple(self.warnings),
        )

    def _grids(self, path: Path) -> Iterator[Grid]:
        container = sniff(path)
        if container is Container.ARCHIVE:
            raise RefusedError("a zip inside a zip is not opened", "Unpack it and land its files.")
        if container is not Container.TEXT:
            yield from workbook_grids(self.connection, path)
            return
        text = clean(path, self.folder / "clean.txt")
        try:
            self.notes += text.notes
            yield text_grid(self.connection, text)
            if not text.has_line_end:
                self.warnings.append("the last line has no line end")
        finally:
            text.path.unlink(missing_ok=True)

    def _take(self, grid: Grid, recognised: Recognised) -> None:
        self.found.append(recognised)
        publications = {one.publication.publication_id for one in self.found}
        if len(publications) > 1:
            raise RefusedError(
                f"{grid.where}the file holds tables of {' and '.join(sorted(publications))}",
                "Land each publication's tables as a file of its own.",
            )
        if recognised.match.unmapped:
            self.warnings.append(
                f"{grid.where}columns not mapped, left out: {', '.join(recognised.match.unmapped)}"
                f" (to load them, edit {self.publication_id}.yml, {recognised.key}.headers)"
            )
        define_published(
            self.connection, [one.pattern for one in recognised.publication.placeholders]
        )
        if isinstance(recognised.layout, CrosstabLayout):
            self.notes += extract_crosstab(grid, recognised, recognised.layout)
        else:
            self.notes += extract_records(grid, recognised)
        if not one_number(self.connection, "select count(*) from extracted"):
            raise RefusedError(f"{grid.where}there is a header and no row below it", DOWNLOAD_AGAIN)
        self._mark_synthetic(grid)
        self._leave_out_duplicates(grid, recognised)
        self._check(grid, recognised)
        self._keep(recognised)

    def _mark_synthetic(self, grid: Grid) -> None:
        marked, rows, other = one_row(
            self.connection,
            """
            select
                count(*) filter (lower(trim(synthetic_mark)) in ('true', 'synthetic')),
                count(*),
                min(synthetic_mark) filter (
                    lower(trim(synthetic_mark)) not in ('true', 'false', 'synthetic', '')
                )
            from extracted
            """,
        )
        self.synthetic.add(marked > 0)
        if 0 < marked < rows or len(self.synthetic) > 1 or other:
            raise RefusedError(
                f"{grid.where}{marked} of {rows} rows are marked synthetic, and not the others",
                "Never mix synthetic with published rows in one file: land two files.",
            )

    def _leave_out_duplicates(self, grid: Grid, recognised: Recognised) -> None:
        """Keeps one of exact duplicates, where rows have a key; refuses rows that contradict."""
        table, layout = recognised.table, recognised.layout
        if not table.key:
            return
        columns = ", ".join(f'"{name}"' for name in table.columns)
        before = one_number(self.connection, "select count(*) from extracted")
        self.connection.execute(
            f"""
            create or replace temp table extracted as
            select * from extracted
            qualify row_number() over (partition by {columns} order by row_number) = 1
            order by row_number
            """
        )
        repeated = before - one_number(self.connection, "select count(*) from extracted")
        if repeated:
            self.notes.append(f"{grid.where}{repeated} exact duplicate rows left out")
        key = ", ".join(f'"{name}"' for name in table.key)
        rows = self.connection.execute(
            f"""
            select list(row_number order by row_number) as rows from extracted
            group by {key} having count(*) > 1
            order by min(row_number)
            """
        ).fetchall()
        if not rows:
            return
        what = f"{grid.where}{len(rows)} keys ({', '.join(table.key)}) stand on several rows, "
        what += f"first on rows {', '.join(map(str, rows[0][0][:5]))}"
        if isinstance(layout, RecordsLayout) and layout.keeps_duplicate_keys:
            self.warnings.append(what)
            return
        raise RefusedError(
            f"{what}, with different values",
            edit_layout(recognised.publication.publication_id, f"tables.{layout.table}.key"),
        )

    def _check(self, grid: Grid, recognised: Recognised) -> None:
        publication, layout, table = recognised.publication, recognised.layout, recognised.table
        filled = [name for name in table.columns if name in layout.columns]
        problems = list(kind_problems(self.connection, table, filled, list(publication.markers)))
        if not problems:
            create_typed(self.connection, table)
            rules = (*table.rules, *layout.rules)
            problems = list(rule_problems(self.connection, rules, filled))
        if problems:
            shown = "; ".join(problems[:PROBLEMS_SHOWN])
            more = len(problems) - PROBLEMS_SHOWN
            raise RefusedError(
                f"{grid.where}{shown}" + (f"; and {more} more" if more > 0 else ""),
                edit_layout(publication.publication_id, f"tables.{layout.table}"),
            )

    def _keep(self, recognised: Recognised) -> None:
        """Adds `extracted` to what the file holds of its raw table."""
        lineage = "column_number, " if recognised.table.is_crosstab else ""
        columns = ", ".join(f'"{name}"' for name in recognised.table.columns)
        parts = " || '/' || ".join(
            ["coalesce(period_end::varchar, 'all')"]
            + [f"coalesce(\"{name}\", '')" for name in recognised.table.part]
        )
        create_typed(self.connection, recognised.table)
        self.connection.execute(
            f"""
            create temp table if not exists "{recognised.raw_table}" as
            select
                {columns}, null::varchar as layout_id, sheet_name, row_number, {lineage}
                null::boolean as is_synthetic, period_start, period_end, null::varchar as part
            from typed
            limit 0
            """
        )
        self.connection.execute(
            f"""
            insert into "{recognised.raw_table}"
            select
                {columns}, $layout_id, sheet_name, row_number, {lineage}
                $is_synthetic, period_start, period_end, {parts}
            from typed
            order by row_number{", column_number" if lineage else ""}
            """,
            {
                "layout_id": recognised.layout_id,
                "is_synthetic": self.synthetic == {True},
            },
        )

    def _tables(self) -> dict[str, Table]:
        return {one.raw_table: one.table for one in self.found}

    def _refuse_incomplete(self) -> None:
        if not self.found:
            raise RefusedError(
                "no layout of the catalogue fits any table in the file",
                "Is it a file of a publication that is read? If so, declare its layout in "
                "orchestration/publications/<publication_id>.yml. " + DOWNLOAD_AGAIN,
            )
        there = {one.layout_id for one in self.found}
        for one in self.found:
            lacking = sorted(set(one.layout.together_with) - there)
            if lacking:
                raise RefusedError(
                    f"the file holds {one.layout_id} without {', '.join(lacking)}: a part is gone",
                    DOWNLOAD_AGAIN,
                )

    def _write(self, raw_table: str, table: Table) -> TableReading:
        columns = ", ".join(
            f'"{name}"' for name in table.sql_columns if name not in ("published_on", "file_id")
        )
        target = self.folder / f"{raw_table}.parquet"
        self.connection.execute(
            f"""
            copy (select {columns} from "{raw_table}")
            to '{target}' (format parquet, compression zstd)
            """
        )
        layouts, rows, first, last, parts = one_row(
            self.connection,
            f"""
            select
                list(distinct layout_id order by layout_id), count(*),
                min(period_start)::varchar, max(period_end)::varchar,
                list(distinct part order by part)
            from "{raw_table}"
            """,
        )
        return TableReading(tuple(layouts), rows, first, last, tuple(parts))
