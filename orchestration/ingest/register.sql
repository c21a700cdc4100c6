-- Works out, from receipts and readings, every file ever received and what became of it.

create temp table file_arrivals as
select
    receipts.file_id,
    receipts.landed_as,
    receipts.stated_publication_id,
    receipts.published_on::date as published_on,
    receipts.is_published_on_assumed,
    receipts.received_at::timestamp as received_at,
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
        min(receipts.received_at)::timestamp as first_received_at,
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

-- The periods (and parts) of each table that a file holds.
held_tables as (
    select
        tables.file_id,
        tables.published_on,
        tables.held_table.raw_table as raw_table,
        -- Where no row states its period, two files never hold the same one.
        list_transform(
            tables.held_table.parts,
            lambda held_part: case
                when starts_with(held_part, 'release') then held_part || '/' || tables.file_id
                else held_part
            end
        ) as parts
    from (
        select placed.file_id, placed.published_on, unnest(placed.tables) as held_table
        from placed
        where placed.placed_status = 'loaded'
    ) as tables
),

held as (
    select
        held_tables.file_id,
        held_tables.published_on,
        held_tables.raw_table,
        unnest(held_tables.parts) as part
    from held_tables
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
        array_to_string(list_sort(list_distinct(flatten(list(flat.held_table.layout_ids)))), '|')
            as layout_id,
        sum(flat.held_table.rows)::bigint as row_count,
        min(flat.held_table.period_from)::date as period_from,
        max(flat.held_table.period_to)::date as period_to
    from (select readings.file_id, unnest(readings.tables) as held_table from readings) as flat
    group by flat.file_id
),

warned as (
    select
        placed.file_id,
        list_concat(
            placed.warnings,
            case
                when received.stated_publication_id <> placed.publication_id
                    then ['landed as ' || received.stated_publication_id || ', recognised as '
                        || placed.publication_id || ' by its content']
                else []
            end,
            case
                when received.published_on < layouts.period_to
                    then ['published on ' || received.published_on || ', before its last period '
                        || 'ends (' || layouts.period_to || '): is the folder of the right day?']
                else []
            end
        ) as warnings
    from placed
    inner join received on placed.file_id = received.file_id
    left join layouts on placed.file_id = layouts.file_id
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
    case
        when superseded.file_id is not null then 'superseded'
        else placed.placed_status
    end as status,
    case
        when placed.placed_status = 'quarantined'
            then received.original_name || ': ' || placed.reason
        when placed.placed_status = 'set_aside'
            then 'synthetic, and published data is held'
        when superseded.file_id is not null
            then 'every period of it is in a file that was published later'
        when len(warned.warnings) > 0
            then 'loaded with a warning: ' || array_to_string(warned.warnings, '; ')
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
    list_transform(placed.tables, lambda held_table: held_table.raw_table) as raw_tables
from received
inner join placed on received.file_id = placed.file_id
left join warned on received.file_id = warned.file_id
left join superseded on received.file_id = superseded.file_id
left join layouts on received.file_id = layouts.file_id
left join publications
    on coalesce(placed.publication_id, received.stated_publication_id)
        = publications.publication_id
order by received.file_id;
