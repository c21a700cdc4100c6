-- Pounds for continuing professional development, committed for a financial year and released in it
-- up to a day, by employer or region and profession. Both run up: rows of one year are never added
-- over its days. A day outside its year is quarantined.
with source as (
    select * from {{ source('raw', 'hee_cpd__allocations') }}
),

dated as (
    select
        *,
        {{ year_start('financial_year', 4) }} as period_start,
        {{ year_end('financial_year', 4) }} as year_ends_on,
        {{ published_date('as_at') }} as period_end,
        {{ availability_status('committed_gbp', blank='not_collected') }} as committed_status,
        {{ availability_status('released_gbp', blank='not_collected') }} as released_status
    from source
),

final as (
    select
        period_start,
        period_end,
        {{ trimmed('region_code') }} as region_code,
        {{ trimmed('organisation_code') }} as organisation_code,
        {{ trimmed('organisation_name') }} as organisation_name,
        trim(profession) as profession,
        {{ number('committed_gbp') }} as committed_gbp,
        {{ number('released_gbp') }} as released_gbp,
        case
            when period_end not between period_start and year_ends_on then 'quarantined'
            when released_status <> 'observed' then released_status
            else committed_status
        end as availability_status,
        {{ provenance() }}
    from dated
)

select * from final
