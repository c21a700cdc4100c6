"""A small set of arrivals with revisions, copies and a broken file, received in any order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb

from orchestration.catalogue import Catalogue
from orchestration.edition.rows import rows_of
from orchestration.home import Home
from orchestration.ingest import load_publications, load_register, receive
from tests.replay import Replay

# Publications whose figures know no organisations: their history takes a fraction of a second.
PLAYED = (
    "apprenticeships",
    "gp_workforce",
    "nhsei_bbs",
    "primary_care_workforce_quarterly",
    "reasons_for_leaving",
)
FIRST_DAY = date(2026, 1, 1)
# What a register says of a file that does not depend on when it came.
LASTING = "* exclude (first_received_at)"


@dataclass(frozen=True)
class Landed:
    """Bytes, and where below `landing/` they are put."""

    place: str
    content: bytes


def arrivals(landing: Path) -> list[Landed]:
    """The played publications' files, and what else may come of them.

    Revised figures, a series without one of its months, copies under other names, in later folders
    and without a day, and a file that breaks off.
    """
    files = {
        path.relative_to(landing).as_posix(): path.read_bytes()
        for publication_id in PLAYED
        for path in sorted((landing / publication_id).rglob("*"))
        if path.is_file()
    }
    care = "primary_care_workforce_quarterly/2023-05-18/Direct Patient Care.csv"
    returners = "nhsei_bbs/2020-08-11/Bringing Back Staff.csv"
    bulletin = "gp_workforce/2021-05-06/GPWBulletin_2021-03.xlsx"
    earlier_care = care.replace("2023-05-18", "2022-11-17")
    return [
        *(Landed(place, content) for place, content in files.items()),
        Landed("nhsei_bbs/2020-08-25/a.csv", _with(files[returners], b"780", b"783")),
        Landed("nhsei_bbs/2020-09-08/b.csv", _with(files[returners], b"460", b"461")),
        Landed(earlier_care, _with_more(files[care], b"31/03/2023", b"31/03/2022")),
        Landed("heap/copy", files[care]),
        Landed("heap/2024-01-01/copy.xlsx", files[bulletin]),
        Landed("heap/2019-01-01/another copy.xlsx", files[bulletin]),
        Landed("nhsei_bbs/2021-08-11/the same.csv", files[returners]),
        Landed("nhsei_bbs/2020-09-11/broken.csv", files[returners][: len(files[returners]) // 2]),
    ]


def received(
    root: Path, catalogue: Catalogue, batches: Sequence[Sequence[Landed]]
) -> tuple[Home, dict[str, str]]:
    """A home that was given the arrivals batch after batch, a day apart; and what it registered."""
    home = Home(root).create()
    for number, batch in enumerate(batches):
        for landed in batch:
            path = home.landing / landed.place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(landed.content)
        day = FIRST_DAY + timedelta(days=number)
        now = datetime.combine(day, datetime.min.time(), UTC)
        # An assumed day of publication would follow the day of receipt: it is the same for all.
        receive(home, catalogue, today=FIRST_DAY, now=now)
    load_register(home, catalogue)
    load_publications(home, catalogue, PLAYED)
    with duckdb.connect(str(home.warehouse), read_only=True) as warehouse:
        tables = [
            name
            for (name,) in warehouse.execute(
                "select table_name from duckdb_tables() where schema_name = 'raw' order by 1"
            ).fetchall()
        ]
        return home, {
            table: _digest(
                warehouse,
                f'select {LASTING if table == "files" else "*"} from raw."{table}"',
            )
            for table in tables
            if table != "file_arrivals"
        }


class ArrivedIn(Replay):
    """The history that the files received in another home make; of the played metrics alone."""

    def __init__(self, home: Home, other: Home) -> None:
        super().__init__(home)
        self._other = other

    def lay(self, table: str) -> bool:
        """Takes the tables of the played publications from the other home."""
        is_played = table.split(".")[1].split("__", maxsplit=1)[0] in PLAYED
        if is_played:
            self.connection.execute(
                f"attach if not exists '{self._other.warehouse}' as other (read_only)"
            )
        self.connection.execute(
            f"create view warehouse.{table} as from {'other' if is_played else 'built'}.{table}"
        )
        return is_played

    def keep(self, node: dict[str, Any]) -> None:
        """Leaves out the figures of metrics that nothing played bears on."""
        if node["schema"] != "metrics":
            super().keep(node)
            return
        table = f"metrics.{node['alias']}"
        self.connection.execute(f"create view warehouse.{table} as from built.{table} limit 0")


def history(home: Home, other: Home) -> tuple[str, dict[str, int]]:
    """The hash of every vintage, and how many there are of what kind."""
    with ArrivedIn(home, other) as connection:
        connection.execute("use warehouse")
        (counted,) = rows_of(
            connection,
            """
            select
                count(*) as vintages,
                count(*) filter (vintage_number > 1) as later_ones,
                count(*) filter (availability_status = 'withdrawn') as withdrawn
            from marts.metric_history
            """,
        )
        return _digest(connection, "select * from marts.metric_history"), counted


def _digest(connection: duckdb.DuckDBPyConnection, query: str) -> str:
    """One hash of all rows of a query, whatever their order."""
    found = connection.execute(
        f"select coalesce(md5(string_agg(line, '' order by line)), '') from "
        f"(select md5(cast(one as varchar)) as line from ({query}) as one)"
    ).fetchone()
    assert found is not None
    return str(found[0])


def _with(content: bytes, text: bytes, other: bytes) -> bytes:
    assert text in content
    return content.replace(text, other)


def _with_more(content: bytes, text: bytes, other: bytes) -> bytes:
    """With each line that holds a text once more, holding the other one."""
    lines = content.splitlines(keepends=True)
    again = [line.replace(text, other) for line in lines if text in line]
    assert again
    return b"".join([*lines, *again])
