-- Row 21 as the sample must show it: people who joined within twelve months, by nationality.
with places as (
    select 'E92000001' as region_code
    union all
    select region_code from regions
), groups as (
    select
        0 as staff_group_id,
        'all' as staff_group,
    union all
    select
        staff_group_id,
        staff_group,
    from staff_groups
), cells as (
    select
        periods.opening_month,
        periods.closing_month,
        places.region_code,
        groups.staff_group,
        nationalities.nationality_group,
        coalesce(joiners.headcount, 0) as headcount,
        coalesce(joiners.is_hidden, false) as is_hidden,
    from (select distinct opening_month, closing_month from joiner_nationalities) as periods
    cross join places
    cross join groups
    cross join (select distinct nationality_group from nationalities) as nationalities
    left join joiner_nationalities as joiners
        on periods.closing_month = joiners.closing_month
        and places.region_code = joiners.region_code
        and groups.staff_group_id = joiners.staff_group_id
        and nationalities.nationality_group = joiners.nationality_group
), joiners as (
    select
        opening_month,
        closing_month,
        region_code,
        staff_group,
        sum(headcount) as everybody,
        sum(headcount) filter (nationality_group = 'United Kingdom') as uk,
        sum(headcount) filter (nationality_group = 'Unknown') as unknown,
        everybody - uk - unknown as non_uk,
        bool_or(is_hidden) filter (nationality_group not in ('United Kingdom', 'Unknown'))
            as hides_non_uk,
        bool_or(is_hidden) filter (nationality_group = 'United Kingdom') as hides_uk,
        bool_or(is_hidden) filter (nationality_group = 'Unknown') as hides_unknown,
    from cells
    group by opening_month, closing_month, region_code, staff_group
), flows as (
    select
        opening_month,
        closing_month,
        region_code,
        if(staff_group = 'all', 'all', 'staff_group') as breakdown_type,
        staff_group as breakdown_value,
        unnest([
            'joiners_non_uk_nationality',
            'joiners_non_uk_nationality_pct',
            'joiners_unknown_nationality_pct'
        ]) as measure_id,
        unnest([
            cast(non_uk as double),
            100 * non_uk / nullif(uk + non_uk, 0),
            100 * unknown / nullif(everybody, 0)
        ]) as value,
        unnest([hides_non_uk, hides_non_uk or hides_uk, hides_unknown]) as is_hidden,
    from joiners
    union all
    select
        opening_month,
        closing_month,
        region_code,
        'nationality_group',
        nationality_group,
        'joiners_non_uk_nationality',
        headcount,
        is_hidden,
    from cells
    where staff_group = 'all' and nationality_group not in ('United Kingdom', 'Unknown')
)
select
    measure_id,
    'self_stated_nationality' as definition_id,
    cast(opening_month + interval 1 month as date) as period_start,
    last_day(closing_month) as period_end,
    if(region_code = 'E92000001', 'england', 'region') as geography_level,
    region_code as organisation_code,
    breakdown_type,
    breakdown_value,
    if(is_hidden, null, value) as value,
    case
        when is_hidden then 'suppressed_source'
        when value is null then 'not_applicable'
        else 'observed'
    end as availability_status,
from flows
