-- Apprenticeships begun in an academic year, by standard or framework, level, age and subject area,
-- to the nearest ten. Totals stand among them. A year under way counts its quarters so far.
with source as (
    select * from {{ source('raw', 'apprenticeships__starts') }}
),

final as (
    select
        {{ year_start('time_period', 8) }} as period_start,
        {{ year_end('time_period', 8) }} as period_end,
        lower({{ trimmed('time_identifier') }}) = 'academic year' as is_whole_year,
        case
            when lower({{ trimmed('geographic_level') }}) = 'regional' then 'region'
            else 'england'
        end as geography_level,
        case
            when lower({{ trimmed('geographic_level') }}) = 'regional'
                then {{ trimmed('region_code') }}
        end as region_code,
        case
            when lower({{ trimmed('geographic_level') }}) = 'regional'
                then {{ trimmed('region_name') }}
        end as region_name,
        {{ trimmed('standard_or_framework') }} as standard_or_framework,
        {{ trimmed('standard_name') }} as standard_name,
        {{ trimmed('apprenticeship_level') }} as apprenticeship_level,
        {{ trimmed('age_group') }} as age_group,
        {{ trimmed('subject_area') }} as subject_area,
        cast({{ number('starts') }} as bigint) as start_count,
        {{ availability_status('starts', blank='not_collected') }} as availability_status,
        {{ provenance() }}
    from source
)

select * from final
