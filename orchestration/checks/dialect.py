"""`duckdb+ro`: reads a DuckDB file through SQLAlchemy and leaves no lock behind."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

import duckdb
import sqlalchemy as sa
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.base import PGDialect

COLUMNS = """
    select column_name, data_type, is_nullable
    from duckdb_columns()
    where
        database_name = current_database()
        and schema_name = coalesce(:schema, current_schema())
        and table_name = :table_name
    order by column_index
"""


class Reader:
    """A connection whose cursors are native connections of their own, all in one schema.

    Cursors that share a native connection would throw away each other's unfetched rows.
    """

    def __init__(self, file: str, schema: str) -> None:
        self._schema = schema
        self._natives = [duckdb.connect(file, read_only=True)]

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A native connection to the file that is already open."""
        native = self._natives[0].cursor()
        native.execute("set search_path = $1", [self._schema])
        self._natives.append(native)
        return native

    def close(self) -> None:
        """Closes every native connection: only then is the file free for a writer."""
        for native in self._natives:
            native.close()


class ReadOnlyDuckDB(PGDialect):
    """DuckDB speaks PostgreSQL's SQL; a reader needs none of its transactions or system tables."""

    name = "duckdb"
    driver = "ro"
    supports_statement_cache = False
    supports_native_enum = False
    default_schema_name = None
    # What GX builds is written for this PostgreSQL: DuckDB has no such number to give.
    server_version_info = (16, 0)  # type: ignore[assignment]
    _backslash_escapes = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[no-untyped-call]
        self._readers: list[Reader] = []

    @classmethod
    def import_dbapi(cls) -> ModuleType:
        """DuckDB's own module follows the Python database API."""
        return duckdb

    def create_connect_args(self, url: sa.URL) -> tuple[tuple[Any, ...], dict[str, Any]]:
        """The file and the schema of `duckdb+ro:///<file>?schema=<schema>`."""
        return (url.database, url.query["schema"]), {}

    def connect(self, *cargs: Any, **cparams: Any) -> Any:
        """Opens the file read only and remembers it for `close_all`."""
        reader = Reader(*cargs, **cparams)
        self._readers.append(reader)
        return reader

    def close_all(self) -> None:
        """Closes every connection ever opened: pooled ones outlive the pool."""
        while self._readers:
            self._readers.pop().close()

    def initialize(self, connection: Any) -> None:
        """Nothing to ask: versions, schemas and settings of PostgreSQL are not there."""

    def do_begin(self, dbapi_connection: Any) -> None:
        """Nothing to begin."""

    def do_commit(self, dbapi_connection: Any) -> None:
        """Nothing to commit."""

    def do_rollback(self, dbapi_connection: Any) -> None:
        """Nothing to roll back."""

    def get_columns(
        self, connection: Any, table_name: str, schema: str | None = None, **_: Any
    ) -> Any:
        """The columns of a table, asked of DuckDB's own catalogue."""
        found = connection.execute(sa.text(COLUMNS), {"schema": schema, "table_name": table_name})
        return [
            {
                "name": name,
                "type": self.ischema_names.get(data_type.lower(), sa.types.NullType)(),
                "nullable": is_nullable,
                "default": None,
            }
            for name, data_type, is_nullable in found
        ]


def register() -> None:
    """Makes `duckdb+ro` known to SQLAlchemy."""
    registry.register("duckdb.ro", __name__, ReadOnlyDuckDB.__name__)


def url(file: Path, schema: str) -> str:
    """The address of one schema of a DuckDB file."""
    address = sa.URL.create("duckdb+ro", database=str(file.absolute()), query={"schema": schema})
    return address.render_as_string(hide_password=False)
