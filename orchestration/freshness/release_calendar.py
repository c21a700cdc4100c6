"""The calendar as the table `raw.release_calendar`, for SQL: a row a publication and period."""

from __future__ import annotations

import duckdb
import pyarrow as pa

from orchestration.catalogue import Catalogue
from orchestration.freshness.calendar import calendars
from orchestration.home import Home

TABLE = "release_calendar"
SCHEMA = pa.schema(
    {
        "publication_id": pa.string(),
        "period_start": pa.date32(),
        "period_end": pa.date32(),
        "met_from": pa.date32(),
        "opens_on": pa.date32(),
        "due_on": pa.date32(),
        "late_after": pa.date32(),
        "cadence": pa.string(),
        "is_provisional": pa.bool_(),
    }
)


def release_calendar(catalogue: Catalogue) -> pa.Table:
    """Every period of every publication up to the calendar's horizon."""
    rows = [
        {
            "publication_id": calendar.publication_id,
            "period_start": period.start,
            "period_end": period.end,
            "met_from": period.met_from,
            "opens_on": period.opens_on,
            "due_on": period.due_on,
            "late_after": period.late_after,
            "cadence": period.rule.cadence,
            "is_provisional": period.rule.is_provisional,
        }
        for calendar in calendars(catalogue).values()
        for period in calendar.periods
    ]
    return pa.Table.from_pylist(rows, SCHEMA)


def load_release_calendar(home: Home, catalogue: Catalogue) -> int:
    """Write the table into the private build, whole; returns its rows."""
    calendar = release_calendar(catalogue)
    with duckdb.connect(str(home.warehouse)) as warehouse:
        warehouse.register("calendar", calendar)
        warehouse.execute(
            """
            begin;
            create schema if not exists raw;
            create or replace table raw.release_calendar as select * from calendar;
            commit
            """
        )
    return int(calendar.num_rows)
