"""The rows of published files as the archive keeps them, numbered so that they can be followed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import duckdb

from orchestration.catalogue import Catalogue, Table
from orchestration.edition.contents import identifier
from orchestration.edition.rows import rows_of
from orchestration.explain.origins import ROWS, origin_name
from orchestration.home import Home
from orchestration.ingest.archive import Archive
from orchestration.ingest.load import ACTIVE, create_raw_table

REFERENCE_DATA = "ods"
RECEIVED = "received"
TABLE_NUMBERS, COLUMN_NUMBERS = 1_000_000_000, 1_000
"""A source cell is one number: its raw table, its row in it, its column; column 0 is the row."""


class Sources:
    """Raw tables of the files that were known on a day: in `received`; `raw` is for few.

    Reference data count from the beginning (decision 14). `edition` must be attached.
    """

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        home: Home,
        catalogue: Catalogue,
        known_on: date,
    ) -> None:
        self._connection = connection
        self._archive = Archive(home.archive)
        self._known_on = known_on
        self._tables: dict[str, Table] = {
            raw_table: table
            for publication in catalogue.publications.values()
            for raw_table, table in publication.raw_tables.items()
        }
        self._publications = {
            raw_table: publication.publication_id
            for publication in catalogue.publications.values()
            for raw_table in publication.raw_tables
        }
        self.numbers = {name: number for number, name in enumerate(sorted(self._tables), 1)}

    def load(self, raw_table: str) -> list[str]:
        """Makes `raw.<raw_table>` of the archive; returns its columns."""
        table = self._tables[raw_table]
        name = f"{RECEIVED}.{identifier(raw_table)}"
        create_raw_table(self._connection, name, table, self._files(raw_table))
        self._connection.execute(f"create table raw.{identifier(raw_table)} as from {name} limit 0")
        return list(table.sql_columns)

    def number(self, raw_table: str, columns: Iterable[str], name: str) -> None:
        """Makes a view of a loaded table that carries the number of each row and of `columns`."""
        first = self.numbers[raw_table] * TABLE_NUMBERS
        row = f"({first} + rowid) * {COLUMN_NUMBERS}"
        positions = {one: at for at, one in enumerate(self._tables[raw_table].sql_columns, 1)}
        origins = [
            f"case when {identifier(one)} is not null then [{row} + {positions[one]}] end::bigint[]"
            f" as {identifier(origin_name(one))}"
            for one in sorted(columns)
        ]
        self._connection.execute(
            f"create view {name} as"
            f" select *, {', '.join([f'[{row}]::bigint[] as {ROWS}', *origins])}"
            f" from {RECEIVED}.{identifier(raw_table)}"
        )

    def keep_only(self, raw_table: str, cells: Sequence[int]) -> None:
        """Fills `raw.<raw_table>` with the rows of these source cells alone."""
        first = self.numbers[raw_table] * TABLE_NUMBERS
        rows = {cell // COLUMN_NUMBERS - first for cell in cells}
        kept = sorted(row for row in rows if 0 <= row < TABLE_NUMBERS)
        name = identifier(raw_table)
        self._connection.execute(
            f"create or replace table raw.{name} as select * from {RECEIVED}.{name}"
            f" where rowid in (select unnest({kept}::bigint[])) order by rowid"
        )

    def locate(self, cell: int) -> tuple[str, int, str | None]:
        """The raw table, the row in it and the column that a number stands for."""
        row, column = divmod(cell, COLUMN_NUMBERS)
        number, rowid = divmod(row, TABLE_NUMBERS)
        raw_table = next(name for name, known in self.numbers.items() if known == number)
        names = list(self._tables[raw_table].sql_columns)
        return raw_table, rowid, names[column - 1] if column else None

    def _files(self, raw_table: str) -> list[dict[str, Any]]:
        files = rows_of(
            self._connection,
            f"""
            select file_id, published_on
            from edition.reference.files
            where
                publication_id = $publication_id
                and {ACTIVE}
                and (published_on <= $known_on or publication_id = $reference_data)
            order by published_on, file_id
            """,
            {
                "publication_id": self._publications[raw_table],
                "known_on": self._known_on,
                "reference_data": REFERENCE_DATA,
            },
        )
        return [
            {**file, "path": str(path)}
            for file in files
            if (path := self._archive.parquet(file["file_id"], raw_table)).exists()
        ]
