"""What a build made of the sample's files: every layout was read, every row is marked."""

from __future__ import annotations

import duckdb

from orchestration.catalogue import load_catalogue
from orchestration.home import Home
from tests.unit.ingest.test_ingest_layouts import FILES as MADE


def test_every_layout_is_in_the_sample_or_made(sample_home: Home) -> None:
    catalogue = load_catalogue()
    with duckdb.connect(str(sample_home.warehouse), read_only=True) as warehouse:
        written = {
            layout
            for (layouts,) in warehouse.execute("select layout_id from raw.files").fetchall()
            for layout in layouts.split("|")
        }
    made = {layout for layouts in MADE for layout in layouts.split("|")}
    declared = {layout for one in catalogue.publications.values() for layout in one.layouts}
    assert declared - written - made == set()
    assert written <= declared


# What it writes of itself: files, arrivals and the calendar are no rows of publications.
OF_THE_WAREHOUSE = ("files", "file_arrivals", "release_calendar")


def test_every_row_is_marked_synthetic(sample_home: Home) -> None:
    with duckdb.connect(str(sample_home.warehouse), read_only=True) as warehouse:
        tables = [name for (name,) in warehouse.execute("show tables from raw").fetchall()]
        counts = {
            table: warehouse.execute(
                f"select count(*) filter (where not is_synthetic), count(*) > 0 from raw.{table}"
            ).fetchone()
            for table in tables
            if table not in OF_THE_WAREHOUSE
        }
    assert counts == dict.fromkeys(counts, (0, True))
