"""Dagster's run history, written at a tenth of the cost; `dagster.yaml` names it.

A build records some three thousand events. Dagster opens SQLite anew for each, several times, and
waits for the disk every time: 50 to 100 ms an event, a minute a build. Here the index of all runs
stays open, and nothing waits for the disk. A killed process loses nothing by that; a power cut may
cost the run history, on which no figure depends.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from dagster._core.storage.event_log import SqliteEventLogStorage
from dagster._core.storage.event_log.sqlite.sqlite_event_log import INDEX_SHARD_NAME
from dagster._serdes import ConfigurableClassData
from sqlalchemy import Connection, Engine, create_engine, event

from orchestration.home import Home

BUSY_SECONDS = 20


@event.listens_for(Engine, "connect")
def _do_not_wait_for_the_disk(connection: Any, _: object) -> None:
    if isinstance(connection, sqlite3.Connection):
        connection.execute("pragma synchronous = off")


class RunHistory(SqliteEventLogStorage):
    """Dagster's own storage of events, with the connection to the index of all runs kept.

    The database of a single run is opened anew as before: the UI follows a run by watching that
    file change.
    """

    @classmethod
    def config_type(cls) -> dict[str, Any]:
        """Nothing to configure: the history lies where Dagster itself would put it."""
        return {}

    @classmethod
    def from_config_value(
        cls,
        inst_data: ConfigurableClassData | None,
        config_value: Mapping[str, Any],  # noqa: ARG003 - Dagster's signature
    ) -> Self:
        """The history below `DAGSTER_HOME`, else below the home's own folder."""
        folder = Path(os.environ.get("DAGSTER_HOME") or Home.from_environment().dagster)
        return cls(str(folder / "history" / "runs"), inst_data)

    @contextmanager
    def index_connection(self) -> Iterator[Connection]:
        """A transaction on the index of all runs."""
        with self._index.connect() as connection, connection.begin():
            yield connection

    def dispose(self) -> None:
        """Close what was kept."""
        if engine := self.__dict__.pop("_index", None):
            engine.dispose()
        super().dispose()

    @cached_property
    def _index(self) -> Engine:
        return create_engine(
            self.conn_string_for_shard(INDEX_SHARD_NAME),
            pool_size=1,
            max_overflow=8,
            connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
        )
