-- People who joined active service within twelve months, by staff group, group of the nationalities
-- they state, and region. England is printed for itself. A dash is zero.
with source as (
    select * from {{ source('raw', 'workforce_turnover_nationality__joiners') }}
),

dated as (
    select
        *,
        {{ opening_month('period') }} as opening_month,
        {{ closing_month('period') }} as closing_month
    from source
),

final as (
    select
        {{ add_months('opening_month', 1) }} as period_start,
        last_day(closing_month) as period_end,
        {{ months_between('opening_month', 'closing_month') }} as period_months,
        {{ tidied('region_name') }} as region_name,
        lower({{ tidied('region_name') }}) = 'england' as is_england,
        {{ tidied('staff_group') }} as staff_group,
        lower({{ tidied('staff_group') }}) = 'all staff groups' as is_total,
        {{ tidied('nationality_group') }} as nationality_group,
        lower({{ tidied('nationality_group') }}) = 'all nationalities' as is_all_nationalities,
        cast({{ number('headcount') }} as bigint) as headcount,
        {{ availability_status('headcount', blank='not_collected') }} as availability_status,
        {{ provenance(has_column_number=true) }}
    from dated
)

select * from final
