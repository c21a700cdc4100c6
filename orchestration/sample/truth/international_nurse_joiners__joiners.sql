-- Row 14(ii) as the sample must show it: nurses who joined within twelve months, by nationality.
with places as (
    select 'E92000001' as region_code
    union all
    select region_code from regions
), cells as (
    select
        periods.opening_month,
        periods.closing_month,
        places.region_code,
        groups.nationality_group,
        coalesce(joiners.headcount, 0) as headcount,
        coalesce(joiners.is_hidden, false) as is_hidden,
    from (select distinct opening_month, closing_month from joiner_nationalities) as periods
    cross join places
    cross join (select distinct nationality_group from joiner_nationalities) as groups
    left join joiner_nationalities as joiners
        on periods.closing_month = joiners.closing_month
        and places.region_code = joiners.region_code
        and groups.nationality_group = joiners.nationality_group
        and joiners.staff_group_id = 2
), joiners as (
    select
        opening_month,
        closing_month,
        region_code,
        sum(headcount) filter (nationality_group not like 'All%') as everybody,
        sum(headcount) filter (nationality_group = 'United Kingdom') as uk,
        sum(headcount) filter (nationality_group = 'Unknown') as unknown,
        everybody - uk - unknown as non_uk,
        bool_or(is_hidden) filter (
            nationality_group in ('European Union', 'European Economic Area', 'Rest of World')
        ) as hides_non_uk,
        bool_or(is_hidden) filter (nationality_group = 'United Kingdom') as hides_uk,
        bool_or(is_hidden) filter (nationality_group = 'Unknown') as hides_unknown,
    from cells
    group by opening_month, closing_month, region_code
), flows as (
    select
        'nurse_joiners_non_uk' as measure_id,
        opening_month,
        closing_month,
        region_code,
        'all' as nationality_group,
        non_uk as value,
        hides_non_uk as is_hidden,
    from joiners
    union all
    select
        'nurse_joiners_non_uk',
        opening_month,
        closing_month,
        region_code,
        nationality_group,
        headcount,
        is_hidden,
    from cells
    where nationality_group in ('European Union', 'European Economic Area', 'Rest of World')
    union all
    select
        'nurse_joiners_non_uk_pct',
        opening_month,
        closing_month,
        region_code,
        'all',
        100 * non_uk / nullif(uk + non_uk, 0),
        hides_non_uk or hides_uk,
    from joiners
    union all
    select
        'nurse_joiners_unknown_nationality_pct',
        opening_month,
        closing_month,
        region_code,
        'all',
        100 * unknown / nullif(everybody, 0),
        hides_unknown,
    from joiners
)
select
    measure_id,
    'self_stated_nationality' as definition_id,
    cast(opening_month + interval 1 month as date) as period_start,
    last_day(closing_month) as period_end,
    if(region_code = 'E92000001', 'england', 'region') as geography_level,
    region_code as organisation_code,
    if(nationality_group = 'all', 'all', 'nationality_group') as breakdown_type,
    nationality_group as breakdown_value,
    if(is_hidden, null, value) as value,
    case
        when is_hidden then 'suppressed_source'
        when value is null then 'not_applicable'
        else 'observed'
    end as availability_status,
from flows
