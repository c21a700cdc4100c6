"""Rebuilds raw tables in the warehouse from the archive: whole, in one transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import duckdb
import pyarrow as pa

from orchestration.catalogue import Catalogue, Table
from orchestration.home import Home
from orchestration.ingest.archive import Archive
from orchestration.ingest.files import as_glob
from orchestration.ingest.register import FILE_ARRIVALS, FILES, open_register
from orchestration.ingest.versions import ReadingHashes

ACTIVE = "status in ('loaded', 'superseded')"
FINGERPRINT_CHARACTERS = 16
ACTIVE_FILES = pa.schema({"path": pa.string(), "file_id": pa.string(), "published_on": pa.date32()})


class NotReadError(Exception):
    """The archive holds files that were read with other layouts than today's."""


def active_files(home: Home, catalogue: Catalogue) -> dict[str, list[str]]:
    """What each publication's raw tables would be built from, as `<file_id>:<fingerprint>`.

    The fingerprint covers the reading and the publication date, all that raw rows depend on.
    """
    with open_register(home, catalogue) as register:
        return active_files_in(register, catalogue)


def active_files_in(
    register: duckdb.DuckDBPyConnection, catalogue: Catalogue
) -> dict[str, list[str]]:
    """The same of a register that is open."""
    rows = register.execute(
        "select recognised_publication_id, file_id, reading_hash, published_on"
        f" from register where {ACTIVE} order by file_id"
    ).fetchall()
    active: dict[str, list[str]] = {publication: [] for publication in catalogue.publications}
    for publication, file_id, reading_hash, published_on in rows:
        if publication not in active:
            # Its YAML is gone: the next receive reads the file again and refuses it.
            continue
        mark = hashlib.sha256(f"{reading_hash} {published_on}".encode()).hexdigest()
        active[publication].append(f"{file_id}:{mark[:FINGERPRINT_CHARACTERS]}")
    return active


def load_publication(home: Home, catalogue: Catalogue, publication_id: str) -> dict[str, int]:
    """Rebuilds the raw tables of one publication, as `load_publications` does."""
    return load_publications(home, catalogue, [publication_id])


def load_publications(
    home: Home, catalogue: Catalogue, publication_ids: Iterable[str]
) -> dict[str, int]:
    """Rebuilds the raw tables of publications, all or none; returns rows by raw table.

    Raises `NotReadError` where a file waits to be read again: receive first.
    """
    hashes = ReadingHashes(catalogue)
    rows = {}
    with (
        open_register(home, catalogue) as register,
        duckdb.connect(str(home.warehouse)) as warehouse,
    ):
        warehouse.execute("begin; create schema if not exists raw")
        for publication_id in publication_ids:
            files = register.execute(
                "select file_id, published_on, reading_hash, raw_tables from register"
                f" where {ACTIVE} and recognised_publication_id = ? order by file_id",
                [publication_id],
            ).fetchall()
            expected = hashes.expected("loaded", publication_id)
            _refuse_stale(publication_id, [file[0] for file in files if file[2] != expected])
            for raw_table, table in catalogue.publications[publication_id].raw_tables.items():
                active = _active_in(home, raw_table, files)
                rows[raw_table] = _rebuild(warehouse, raw_table, table, active)
        warehouse.execute("commit")
    return rows


def _refuse_stale(publication_id: str, file_ids: Sequence[str]) -> None:
    if file_ids:
        raise NotReadError(
            f"{len(file_ids)} files of {publication_id} were read with other layouts, such as "
            f"{file_ids[0]}: receive the landing folder first"
        )


def _active_in(
    home: Home, raw_table: str, files: Iterable[tuple[Any, ...]]
) -> list[dict[str, Any]]:
    archive = Archive(home.archive)
    return [
        {
            "path": str(archive.parquet(file_id, raw_table)),
            "file_id": file_id,
            "published_on": published_on,
        }
        for file_id, published_on, _, raw_tables in files
        if raw_table in raw_tables
    ]


def _rebuild(
    warehouse: duckdb.DuckDBPyConnection,
    raw_table: str,
    table: Table,
    active: list[dict[str, Any]],
) -> int:
    name = f'raw."{raw_table}"'
    create_raw_table(warehouse, name, table, active)
    found = warehouse.execute(f"select count(*) from {name}").fetchall()
    return int(found[0][0])


def create_raw_table(
    connection: duckdb.DuckDBPyConnection,
    qualified_name: str,
    table: Table,
    active: Sequence[Mapping[str, Any]],
) -> None:
    """Makes a raw table of the Parquet of its files, in an order that these alone decide.

    `active` holds path, file_id and published_on of each file; without any the table is empty.
    """
    columns = table.sql_columns
    if not active:
        declared = ", ".join(f'"{name}" {kind}' for name, kind in columns.items())
        connection.execute(f"create or replace table {qualified_name} ({declared})")
        return
    selected = ", ".join(
        f'{"active" if name in ACTIVE_FILES.names else "parts"}."{name}"' for name in columns
    )
    position = ", column_number" if table.is_crosstab else ""
    connection.register("active", pa.Table.from_pylist(list(active), ACTIVE_FILES))
    connection.execute(
        f"""
        create or replace table {qualified_name} as
        select {selected}
        from read_parquet($paths, filename = true) as parts
        inner join active on parts.filename = active.path
        order by published_on, file_id, sheet_name nulls first, row_number{position}
        """,
        {"paths": [as_glob(one["path"]) for one in active]},
    )
    connection.unregister("active")


def load_register(home: Home, catalogue: Catalogue) -> int:
    """Rebuilds `raw.files` and `raw.file_arrivals`; returns how many files are known."""
    with open_register(home, catalogue) as register:
        files = register.sql(FILES).to_arrow_table()
        file_arrivals = register.sql(FILE_ARRIVALS).to_arrow_table()
    with duckdb.connect(str(home.warehouse)) as warehouse:
        warehouse.register("known_files", files)
        warehouse.register("known_arrivals", file_arrivals)
        warehouse.execute(
            """
            begin;
            create schema if not exists raw;
            create or replace table raw.files as select * from known_files;
            create or replace table raw.file_arrivals as select * from known_arrivals;
            commit
            """
        )
    return int(files.num_rows)
