"""A build of what was published until a day: the models' SQL, run over raw tables cut there.

Reference data are not cut: they are a map and no figure (decision 14).
"""

from __future__ import annotations

from datetime import date

import duckdb

from orchestration.home import Home
from tests.replay import Replay

REFERENCE_DATA = "ods"


class KnownUntil(Replay):
    """The history that a build of that day makes; the home's edition is attached as `edition`."""

    def __init__(self, home: Home, day: date) -> None:
        super().__init__(home)
        self._day = day

    def __enter__(self) -> duckdb.DuckDBPyConnection:
        connection = super().__enter__()
        connection.execute(f"attach '{self.home.edition}' as edition (read_only)")
        return connection

    def lay(self, table: str) -> bool:
        """Leaves out the rows of later files."""
        is_known = f"published_on <= date '{self._day}'"
        is_known_file = f"({is_known} or publication_id = '{REFERENCE_DATA}')"
        if table.startswith(f"raw.{REFERENCE_DATA}__"):
            rows = "true"
        elif table == "raw.files":
            rows = is_known_file
        elif table == "raw.file_arrivals":
            rows = f"file_id in (select file_id from built.raw.files where {is_known_file})"
        else:
            rows = is_known
        self.connection.execute(f"create view warehouse.{table} as from built.{table} where {rows}")
        later = self.connection.execute(f"select count(*) from built.{table} where not ({rows})")
        return later.fetchone() != (0,)
