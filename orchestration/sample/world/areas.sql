-- The country: real regions and boards' areas, and the share of it that each area holds.
create table areas as
select
    icbs.icb_code,
    icbs.icb_ons_code,
    icbs.geography,
    icbs.region_code,
    icbs.hee_region_code,
    icbs.pcn_count,
    icbs.sub_icb_count,
    sum(icbs.pcn_count) over placed / sum(icbs.pcn_count) over () as share_to,
    (sum(icbs.pcn_count) over placed - icbs.pcn_count)
    / sum(icbs.pcn_count) over () as share_from,
    row_number() over (order by icbs.pcn_count, icbs.icb_code) as size_rank,
from icbs
inner join regions
    on icbs.region_code = regions.region_code
window placed as (order by regions.table_order, icbs.icb_code);

-- Parts of a board's area: commissioning groups until June 2022, sub-board locations after.
create table localities as
with numbered as (
    select
        *,
        unnest(range(1, sub_icb_count + 1)) as locality_rank,
    from areas
)
select
    icb_code,
    region_code,
    sub_icb_count,
    locality_rank,
    '6'
    || substr('3456789', cast((place - 1) // 20 + 1 as integer), 1)
    || substr('ACDEFGHJKLMNPQRTVWXY', cast((place - 1) % 20 + 1 as integer), 1) as locality_code,
from (
    select
        *,
        row_number() over (order by even('locality|' || icb_code || locality_rank)) as place,
    from numbered
);
