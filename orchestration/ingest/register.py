"""The register: every file ever received and what became of it, decided by SQL over the archive.

Whether a file is superseded or set aside follows from all files together, so it is worked out
each time and stored nowhere: the order of arrival cannot matter.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

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

REGISTER = """
create temp table file_arrivals as
select
    receipts.file_id,
    receipts.landed_as,
    receipts.stated_publication_id,
    receipts.published_on::date as published_on,
    receipts.is_published_on_assumed,
    receipts.received_at::timestamptz at time zone 'UTC' as received_at,
    row_number() over (
        partition by receipts.file_id order by receipts.received_at, receipts.landed_as
    ) > 1 as is_duplicate
from receipts;

create temp table register as
with received as (
    select
        receipts.file_id,
        any_value(receipts.sha256) as sha256,
        any_value(receipts.size_bytes) as size_bytes,
        regexp_extract(min(receipts.landed_as), '[^/!]+$') as original_name,
        min(receipts.stated_publication_id) as stated_publication_id,
        coalesce(
            min(receipts.published_on) filter (not receipts.is_published_on_assumed),
            min(receipts.published_on)
        )::date as published_on,
        bool_and(receipts.is_published_on_assumed) as is_published_on_assumed,
        min(receipts.received_at)::timestamptz at time zone 'UTC' as first_received_at,
        count(*)::integer as arrival_count
    from receipts
    group by receipts.file_id
),

published_data as (
    select count(*) > 0 as is_held
    from readings
    where readings.status = 'loaded' and not readings.is_synthetic
),

placed as (
    select
        readings.*,
        received.published_on,
        case
            when readings.status <> 'loaded' then readings.status
            when readings.is_synthetic and published_data.is_held and not $mixes then 'set_aside'
            else 'loaded'
        end as placed_status
    from readings
    inner join received on readings.file_id = received.file_id
    cross join published_data
),

-- One row a table and period (and part) that a file holds.
held as (
    select
        tables.file_id,
        tables.published_on,
        tables.held_table.raw_table as raw_table,
        unnest(tables.held_table.parts) as part
    from (
        select placed.file_id, placed.published_on, unnest(placed.tables) as held_table
        from placed
        where placed.placed_status = 'loaded'
    ) as tables
),

latest as (
    select held.raw_table, held.part, max(held.published_on) as published_on
    from held
    group by held.raw_table, held.part
),

superseded as (
    select held.file_id
    from held
    inner join latest on held.raw_table = latest.raw_table and held.part = latest.part
    group by held.file_id
    having bool_and(latest.published_on > held.published_on)
),

layouts as (
    select
        flat.file_id,
        array_to_string(list_distinct(list_sort(flatten(list(flat.held_table.layout_ids)))), '|')
            as layout_id,
        sum(flat.held_table.rows)::bigint as row_count,
        min(flat.held_table.period_from)::date as period_from,
        max(flat.held_table.period_to)::date as period_to
    from (select readings.file_id, unnest(readings.tables) as held_table from readings) as flat
    group by flat.file_id
)

select
    received.file_id,
    received.sha256,
    coalesce(placed.publication_id, received.stated_publication_id) as publication_id,
    layouts.layout_id,
    received.original_name,
    received.size_bytes,
    received.published_on,
    received.is_published_on_assumed,
    received.first_received_at,
    received.arrival_count,
    case when superseded.file_id is not null then 'superseded' else placed.placed_status end
        as status,
    case
        when placed.placed_status = 'quarantined'
            then received.original_name || ': ' || placed.reason
        when placed.placed_status = 'set_aside'
            then 'synthetic, and published data is held'
        when superseded.file_id is not null
            then 'every period of it is in a file that was published later'
        when len(placed.warnings) > 0
            then 'loaded with a warning: ' || array_to_string(placed.warnings, '; ')
    end as reason,
    case
        when placed.placed_status = 'quarantined' then placed.next_step
        when placed.placed_status = 'set_aside'
            then 'Set PEOPLE_PLAN_MIX_SYNTHETIC=1 to hold both.'
    end as next_step,
    layouts.row_count,
    layouts.period_from,
    layouts.period_to,
    placed.is_synthetic,
    publications.licence,
    publications.attribution,
    placed.reading_hash,
    placed.publication_id as recognised_publication_id,
    [held_table.raw_table for held_table in placed.tables] as raw_tables
from received
inner join placed on received.file_id = placed.file_id
left join superseded on received.file_id = superseded.file_id
left join layouts on received.file_id = layouts.file_id
left join publications
    on coalesce(placed.publication_id, received.stated_publication_id)
        = publications.publication_id
order by received.file_id;
"""

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
        connection.execute(REGISTER, {"mixes": os.environ.get(MIX_VARIABLE) == "1"})
        yield connection
