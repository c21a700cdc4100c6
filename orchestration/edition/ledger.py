"""Remembers, inside the private build, what its tables were made from.

An edition must say what it holds, not what lies in the archive by then: a run may have loaded a
publication without rebuilding all that depends on it. So loading and modelling write down what they
did, and doubt is written as nothing, which makes the next build do the work again.
"""

from __future__ import annotations

from collections.abc import Iterable

import duckdb

from orchestration.edition.model import Inputs
from orchestration.home import Home

_CODE = "code"
_LOADED = "loaded"
_MODELLED = "modelled"
_FILES = "files"
# Stands where a publication does, for the files of none.
IN_NO_TABLE = ""
_CREATE = """
create schema if not exists build;
create table if not exists build.ledger (
    part varchar,
    publication_id varchar,
    hash varchar
);
comment on table build.ledger is
    'What raw tables (loaded, files) and models (modelled, code) were made from: hashes';
"""


def built_inputs(home: Home) -> Inputs:
    """What the models of the private build reflect; nothing where that is not known."""
    parts = _read(home)
    return Inputs(
        code=parts.get((_CODE, ""), ""),
        publications={name: hashed for (part, name), hashed in parts.items() if part == _MODELLED},
    )


def unmodelled(home: Home) -> list[str]:
    """The publications whose raw tables hold what their models do not reflect, by id."""
    parts = _read(home)
    return sorted(
        publication_id
        for (part, publication_id), hashed in parts.items()
        if part == _LOADED and parts.get((_MODELLED, publication_id)) != hashed
    )


def note_loaded(home: Home, publication_id: str, hashed: str, files: str | None = None) -> None:
    """The raw tables of a publication were rebuilt: other contents put its models in doubt.

    `files` is the hash of the same files by whatever code they are read.
    """
    with duckdb.connect(str(home.warehouse)) as connection:
        connection.execute(_CREATE)
        if _read_open(connection).get((_LOADED, publication_id)) != hashed:
            _put(connection, _MODELLED, publication_id, None)
            _put(connection, _LOADED, publication_id, hashed)
        _put(connection, _FILES, publication_id, files)


def note_refused(home: Home, files: str | None) -> None:
    """The hash of the files that are in no table; the register was rebuilt with them."""
    with duckdb.connect(str(home.warehouse)) as connection:
        connection.execute(_CREATE)
        _put(connection, _FILES, IN_NO_TABLE, files)


def taken_files(home: Home) -> dict[str, str]:
    """The files that were noted last, by publication, and under `IN_NO_TABLE` those in none."""
    return {group: hashed for (part, group), hashed in _read(home).items() if part == _FILES}


def doubt_models(home: Home, code: str) -> None:
    """Models are about to be built: with other code than the rest, the whole is a mixture."""
    with duckdb.connect(str(home.warehouse)) as connection:
        connection.execute(_CREATE)
        if _read_open(connection).get((_CODE, "")) != code:
            _put(connection, _CODE, "", None)


def note_modelled(
    home: Home, publications: Iterable[str], *, code: str, is_everything: bool
) -> None:
    """All models downstream of these publications were built, of everything or of a part."""
    with duckdb.connect(str(home.warehouse)) as connection:
        connection.execute(_CREATE)
        parts = _read_open(connection)
        connection.begin()
        for publication_id in publications:
            loaded = parts.get((_LOADED, publication_id))
            _put(connection, _MODELLED, publication_id, loaded)
        if is_everything:
            _put(connection, _CODE, "", code)
        connection.commit()


def _read(home: Home) -> dict[tuple[str, str], str]:
    if not home.warehouse.exists():
        return {}
    with duckdb.connect(str(home.warehouse)) as connection:
        return _read_open(connection)


def _read_open(connection: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], str]:
    known = connection.execute(
        "select 1 from duckdb_tables() where schema_name = 'build' and table_name = 'ledger'"
    ).fetchone()
    if not known:
        return {}
    rows = connection.execute("select part, publication_id, hash from build.ledger").fetchall()
    return {(part, publication_id): hashed for part, publication_id, hashed in rows}


def _put(
    connection: duckdb.DuckDBPyConnection, part: str, publication_id: str, hashed: str | None
) -> None:
    key = [part, publication_id]
    connection.execute("delete from build.ledger where part = ? and publication_id = ?", key)
    if hashed:
        connection.execute("insert into build.ledger values (?, ?, ?)", [*key, hashed])
