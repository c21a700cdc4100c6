"""The register: every file ever received and what became of it, decided by SQL over the archive.

Whether a file is superseded or set aside follows from all files together, so it is worked out
each time and stored nowhere: the order of arrival cannot matter.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa

from orchestration.catalogue import Catalogue
from orchestration.home import Home
from orchestration.ingest.archive import Archive

MIX_VARIABLE = "PEOPLE_PLAN_MIX_SYNTHETIC"

RECEIPTS = pa.schema(
    {
        "file_id": pa.string(),
        "sha256": pa.string(),
        "size_bytes": pa.int64(),
        "landed_as": pa.string(),
        "stated_publication_id": pa.string(),
        "published_on": pa.string(),
        "is_published_on_assumed": pa.bool_(),
        "received_at": pa.string(),
    }
)
READINGS = pa.schema(
    {
        "file_id": pa.string(),
        "reading_hash": pa.string(),
        "status": pa.string(),
        "publication_id": pa.string(),
        "is_synthetic": pa.bool_(),
        "warnings": pa.list_(pa.string()),
        "reason": pa.string(),
        "next_step": pa.string(),
        "tables": pa.list_(
            pa.struct(
                {
                    "raw_table": pa.string(),
                    "layout_ids": pa.list_(pa.string()),
                    "rows": pa.int64(),
                    "period_from": pa.string(),
                    "period_to": pa.string(),
                    "parts": pa.list_(pa.string()),
                }
            )
        ),
    }
)
PUBLICATIONS = pa.schema(
    {"publication_id": pa.string(), "licence": pa.string(), "attribution": pa.string()}
)

REGISTER = Path(__file__).with_suffix(".sql")

FILES = """
select * exclude (reading_hash, recognised_publication_id, raw_tables) from register
"""
FILE_ARRIVALS = """
select
    file_arrivals.* exclude (is_duplicate),
    case when file_arrivals.is_duplicate then 'duplicate' else register.status end as outcome
from file_arrivals
inner join register on file_arrivals.file_id = register.file_id
order by file_arrivals.file_id, file_arrivals.received_at, file_arrivals.landed_as
"""


@contextmanager
def open_register(home: Home, catalogue: Catalogue) -> Iterator[duckdb.DuckDBPyConnection]:
    """A session in memory that holds the temporary tables `register` and `file_arrivals`."""
    archive = Archive(home.archive)
    ids = archive.file_ids()
    receipts = [receipt for file_id in ids for receipt in archive.receipts(file_id)]
    readings = [reading for file_id in ids if (reading := archive.reading(file_id))]
    publications = [
        {key: getattr(one, key) for key in PUBLICATIONS.names}
        for one in catalogue.publications.values()
    ]
    with duckdb.connect() as connection:
        connection.execute("set enable_progress_bar = false")
        connection.register("receipts", pa.Table.from_pylist(receipts, RECEIPTS))
        connection.register("readings", pa.Table.from_pylist(readings, READINGS))
        connection.register("publications", pa.Table.from_pylist(publications, PUBLICATIONS))
        connection.execute(
            REGISTER.read_text("utf-8"), {"mixes": os.environ.get(MIX_VARIABLE) == "1"}
        )
        yield connection
