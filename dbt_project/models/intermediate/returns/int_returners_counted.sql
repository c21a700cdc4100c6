-- Returners so far in England and its regions. England is its own row; on a day without one, the
-- regions added up, provided that all seven are known: six regions are not England.
{%- set day = ['period_end', 'breakdown_type', 'breakdown_value', 'known_on', 'known_file_id'] %}

with known as (
    select * from {{ ref('int_returners_known') }}
),

regions as (
    select count(*) as region_count
    from {{ ref('regions') }}
    where region_kind = 'nhs_england_region'
),

days_without_england as (
    select
        known.period_end,
        known.known_on,
        count(distinct known.region_code) = max(regions.region_count) as is_whole
    from known
    cross join regions
    group by known.period_end, known.known_on
    having count(case when known.geography_level = 'england' then 1 end) = 0
),

sums as (
    select
        known.{{ day | join(',\n        known.') }},
        bool_and(days_without_england.is_whole) as is_whole,
        sum(known.returners_deployed) as returners_deployed,
        case
            when count(known.returners_checked) = count(*) then sum(known.returners_checked)
        end as returners_checked,
        bool_or(known.is_synthetic) as is_synthetic
    from known
    inner join days_without_england
        on
            known.period_end = days_without_england.period_end
            and known.known_on = days_without_england.known_on
    group by known.{{ day | join(', known.') }}
),

final as (
    select
        period_end,
        geography_level,
        organisation_code,
        region_code,
        breakdown_type,
        breakdown_value,
        returners_deployed,
        returners_checked,
        availability_status,
        false as is_derived,
        is_synthetic,
        known_on,
        known_file_id
    from known

    union all

    select
        period_end,
        'england' as geography_level,
        {{ england() }} as organisation_code,
        cast(null as {{ dbt.type_string() }}) as region_code,
        breakdown_type,
        breakdown_value,
        case when is_whole then returners_deployed end as returners_deployed,
        case when is_whole then returners_checked end as returners_checked,
        case when is_whole then 'observed' else 'not_collected' end as availability_status,
        true as is_derived,
        is_synthetic,
        known_on,
        known_file_id
    from sums
)

select * from final
