"""`duckdb+ro`: reads a DuckDB file through SQLAlchemy and leaves no lock behind."""

from __future__ import annotations

from typing import Any

import duckdb_engine
import sqlalchemy as sa
from sqlalchemy.dialects import registry

NAME = "duckdb.ro"

COLUMNS = sa.text("""
    select table_name, column_name, data_type, is_nullable
    from duckdb_columns()
    where database_name = current_database() and schema_name = coalesce(:schema, current_schema())
    order by table_name, column_index
""")


class ReadOnlyDuckDB(duckdb_engine.Dialect):
    """duckdb-engine, made fit for reading only.

    The engine shares one native connection between cursors: SQLAlchemy's rollback, when it takes a
    connection back, would throw away rows that another cursor has yet to fetch. A reader needs no
    transactions, so there are none.
    """

    supports_statement_cache = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._opened: list[Any] = []

    def create_connect_args(self, url: sa.URL) -> tuple[tuple[Any, ...], dict[str, Any]]:
        """Opens the file read only, so that no lock of a writer is taken, in the schema named."""
        args, kwargs = super().create_connect_args(url.difference_update_query(["schema"]))
        return args, {**kwargs, "read_only": True, "schema": url.query["schema"]}

    def connect(self, *args: Any, schema: str, **kwargs: Any) -> Any:
        """Opens a native connection and remembers it for `close_all`."""
        connection = super().connect(*args, **kwargs)
        self._opened.append(connection)
        connection.execute("set search_path = $1", [schema])
        return connection

    def close_all(self) -> None:
        """Closes every native connection: pooled ones outlive the pool and keep the file locked."""
        while self._opened:
            self._opened.pop().close()

    def do_begin(self, connection: Any) -> None:
        """Nothing to begin."""

    def do_commit(self, connection: Any) -> None:
        """Nothing to commit."""

    def do_rollback(self, connection: Any) -> None:
        """Nothing to roll back."""

    def get_multi_columns(
        self,
        connection: Any,
        schema: Any = None,
        filter_names: Any = None,
        scope: Any = None,
        kind: Any = None,
        **kw: Any,
    ) -> Any:
        """The columns of tables, asked of DuckDB: PostgreSQL's catalogue is not all there."""
        del scope, kind, kw
        found: dict[tuple[str | None, str], list[dict[str, Any]]] = {}
        for table, column, data_type, nullable in connection.execute(COLUMNS, {"schema": schema}):
            if filter_names is None or table in filter_names:
                described = {
                    "name": column,
                    "type": self.ischema_names.get(data_type.lower(), sa.types.NullType)(),
                    "nullable": nullable,
                    "default": None,
                }
                found.setdefault((schema, table), []).append(described)
        return found.items()


def register() -> None:
    """Makes `duckdb+ro:///<absolute path>?schema=<schema>` known to SQLAlchemy."""
    registry.register(NAME, __name__, ReadOnlyDuckDB.__name__)
