-- Joiners and staff by nationality: people are invented, as many from outside the United Kingdom
-- as the printed share is of those whose nationality is known.
create view joiner_nationalities as
with shares as (
    select
        cast(date_trunc('month', period_end) as date) as closing_month,
        printed as nurses_pct,
    from known
    where series_id = 'joiners_non_uk_share'
), groups as (
    select staff_group_id, if(staff_group_id = 2, nurses_pct, 20) as non_uk_pct, closing_month
    from staff_groups
    cross join shares
    union all
    select null, 22, closing_month from shares
), regions_and_england as (
    select region_code, share_from, share_to from region_shares
    union all
    select 'QZZ', 0.0, 0.001
    union all
    select null, 0.0, 1.0
), parts as (
    select
        groups.closing_month,
        groups.staff_group_id,
        places.region_code,
        part_of(20000 * (100 - non_uk_pct) / 100, share_from, share_to) as uk,
        part_of(20000 * non_uk_pct / 100, share_from, share_to) as non_uk,
        part_of(500, share_from, share_to) as unknown,
    from groups
    cross join regions_and_england as places
)
select
    closing_month,
    staff_group_id,
    region_code,
    unnest([
        'All nationalities',
        'United Kingdom',
        'European Union',
        'European Economic Area',
        'Rest of World',
        'Unknown'
    ]) as nationality_group,
    unnest([
        uk + non_uk + unknown, uk, non_uk // 5, non_uk // 50, non_uk - non_uk // 5 - non_uk // 50, unknown
    ]) as headcount,
    false as is_hidden,
from parts;

create view region_nationalities as
with shares as (
    select
        cast(date_trunc('month', period_end) as date) as month,
        printed as non_uk_pct,
    from known
    where series_id = 'staff_non_british_nationality_pct'
), weighed as (
    select
        nationality_group,
        nationality,
        case nationality_group
            when 'United Kingdom' then 100 - non_uk_pct
            when 'Unknown' then 5
            else non_uk_pct
        end * 14000 as people,
        month,
        row_number() over (partition by scope order by nationality) as place,
        count(*) over (partition by scope) as place_count,
    from (
        select
            *,
            if(nationality_group in ('United Kingdom', 'Unknown'), nationality_group, 'other')
                as scope,
        from nationalities
    )
    cross join shares
), national as (
    select
        nationality_group,
        nationality,
        month,
        part_of(people, (place - 1) / place_count, place / place_count) as people,
    from weighed
)
select
    national.month,
    hee_regions.hee_region_code,
    national.nationality_group,
    national.nationality,
    part_of(people, (table_order - 1) / 13, table_order / 13) as headcount,
    round(0.88 * part_of(people, (table_order - 1) / 13, table_order / 13)) as fte,
from national
cross join hee_regions;
