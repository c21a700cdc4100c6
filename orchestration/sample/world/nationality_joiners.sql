-- Joiners to active service by the nationality they state: the joiners of the official turnover of
-- every second quarter, divided over groups of nationalities.
create table joiner_nationalities as
with joined as (
    select
        turnover_flows.closing_month,
        turnover_flows.opening_month,
        turnover_flows.region_code,
        turnover_flows.staff_group_id,
        greatest(0, leavers + end_headcount - start_headcount) as joiners,
        turnover_flows.region_code || '|' || staff_group_id || '|' || closing_month as cell_key,
        regions.non_uk_factor as region_factor,
    from turnover_flows
    left join regions
        on turnover_flows.region_code = regions.region_code
    where month(closing_month) in (3, 9) and staff_group_id <> 0
), groups as (
    select
        shares.staff_group_id,
        nationalities.nationality_group,
        -- Those who come are more often from abroad than those who stay.
        sum(exact(shares.share)) * case nationalities.nationality_group
            when 'Rest of World' then 2.9
            when 'Unknown' then 1.3
            else 0.8
        end as share,
    from nationality_shares as shares
    inner join nationalities
        on shares.nationality = nationalities.nationality
    where nationalities.nationality_group <> 'United Kingdom'
    group by shares.staff_group_id, nationalities.nationality_group
), abroad_by_region as (
    select
        joined.*,
        groups.nationality_group,
        least(
            whole(
                joiners * groups.share
                * if(groups.nationality_group = 'Unknown', 1, region_factor)
                * (1 + 0.1 * bell(bits('from|' || cell_key || groups.nationality_group))),
                'joins|' || cell_key || groups.nationality_group
            ),
            joiners // if(groups.nationality_group = 'Rest of World', 2, 8)
        ) as headcount,
    from joined
    inner join groups
        on joined.staff_group_id = groups.staff_group_id
    where joined.region_code <> 'E92000001'
), regions_together as (
    select
        closing_month,
        staff_group_id,
        nationality_group,
        sum(joiners) as joiners,
        sum(headcount) as headcount,
    from abroad_by_region
    group by closing_month, staff_group_id, nationality_group
), abroad as (
    from abroad_by_region
    union all
    -- England is the regions without those who moved between them, whatever their nationality.
    select
        england.*,
        regions_together.nationality_group,
        cast(ceil(
            regions_together.headcount * england.joiners / greatest(1, regions_together.joiners)
        ) as bigint),
    from joined as england
    inner join regions_together
        on england.closing_month = regions_together.closing_month
        and england.staff_group_id = regions_together.staff_group_id
    where england.region_code = 'E92000001'
), everyone as (
    select * exclude (cell_key, region_factor) from abroad
    union all
    select
        closing_month,
        opening_month,
        region_code,
        staff_group_id,
        any_value(joiners),
        'United Kingdom',
        any_value(joiners) - sum(headcount),
    from abroad
    group by closing_month, opening_month, region_code, staff_group_id
), totals as (
    select
        closing_month,
        opening_month,
        region_code,
        coalesce(staff_group_id, 0) as staff_group_id,
        coalesce(nationality_group, 'All nationalities') as nationality_group,
        cast(sum(headcount) as bigint) as headcount,
    from everyone
    group by
        closing_month,
        opening_month,
        region_code,
        cube (staff_group_id, nationality_group)
)
select
    *,
    -- Numbers under five are hidden, but for zero.
    headcount between 1 and 4 and nationality_group <> 'All nationalities' as is_hidden,
from totals;
