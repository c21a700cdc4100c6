-- Random tables, one a day: organisations in boards and regions, some in no board, counted by one or
-- two breakdowns whose parts make their totals. Numbers under five are hidden in organisations.
create or replace table organisations as
with tables as (
    select
        unnest(range($count::int))::int as number,
        1 + floor(random() * $regions)::int as region_count,
        1 + floor(random() * $boards)::int as board_count,
        1 + floor(random() * $organisations)::int as organisation_count,
        1 + random() * 12 as usual_amount
)

select
    number,
    format('R{}', region) as region_code,
    case when random() < 0.9 then format('Q{}{}', region, board) end as icb_code,
    format('O{}{}{}', region, board, organisation) as organisation_code,
    format('kind_{}', organisation % 2) as organisation_kind,
    usual_amount * (0.2 + random()) as usual_amount
from tables, range(1, region_count + 1) as regions (region),
    range(1, board_count + 1) as boards (board),
    range(1, organisation_count + 1) as organisations (organisation);

create or replace table atoms as
select
    organisations.*,
    format('a{}', first_part) as first_part,
    format('b{}', second_part) as second_part,
    floor(-ln(1 - random()) * usual_amount) as amount
from organisations, range(1, $first_parts + 1) as first_parts (first_part),
    range(1, $second_parts + 1) as second_parts (second_part)
-- Not everybody has every part.
where random() < 0.85;

create or replace table breakdowns as
select *, 'all' as breakdown_type, 'all' as breakdown_value from atoms
union all
select *, 'first', first_part from atoms
union all
select *, 'second', second_part from atoms where $second_parts > 1;

create or replace table cells as
select number, 'organisation' as geography_level, organisation_code, icb_code, region_code,
    breakdown_type, breakdown_value, sum(amount) as amount
from breakdowns
group by all

union all

select number, 'icb', icb_code, icb_code, region_code, breakdown_type, breakdown_value, sum(amount)
from breakdowns
where icb_code is not null
group by all

union all

select number, 'region', region_code, null, region_code, breakdown_type, breakdown_value,
    sum(amount)
from breakdowns
group by all

union all

select number, 'england', 'E92000001', null, null, breakdown_type, breakdown_value, sum(amount)
from breakdowns
group by all

union all

select number, 'icb', icb_code, icb_code, region_code, 'organisation_type', organisation_kind,
    sum(amount)
from breakdowns
where icb_code is not null and breakdown_type = 'all'
group by all

union all

select number, 'region', region_code, null, region_code, 'organisation_type', organisation_kind,
    sum(amount)
from breakdowns
where breakdown_type = 'all'
group by all

union all

select number, 'england', 'E92000001', null, null, 'organisation_type', organisation_kind,
    sum(amount)
from breakdowns
where breakdown_type = 'all'
group by all;

create or replace table int_observations_published as
select
    'made_up' as measure_id,
    'made_up' as definition_id,
    'quarter' as period_type,
    (date '1900-01-01' + number)::date as period_start,
    (date '1900-01-01' + number)::date as period_end,
    geography_level,
    organisation_code,
    icb_code,
    region_code,
    breakdown_type,
    breakdown_value,
    amount::double as value,
    null::double as numerator,
    null::double as denominator,
    null::bigint as base_count,
    case when geography_level = 'organisation' and amount < 5 then 'suppressed_project'
        else 'observed' end as availability_status,
    false as is_provisional,
    false as is_derived,
    true as is_synthetic,
    date '2000-01-01' as published_on,
    'file' as file_id
from cells;

create or replace table disclosure_tables as
select
    'made_up' as measure_id, 'made_up' as definition_id, 'made_up' as disclosure_table,
    'quarter' as base_period_type,
    case when $second_parts > 1 then 'first|second' else 'first' end as part_breakdowns,
    'rectangles' as kept_by, false as blank_cells_add;

create or replace table definitions as
select 'made_up' as measure_id, 'made_up' as definition_id, 'sum' as adds_over_organisations;

create or replace table disclosure_kinds as
select distinct 'made_up' as disclosure_table, (date '1900-01-01' + number)::date as period_end,
    organisation_code, organisation_kind
from organisations;
