-- Staff in selected roles by organisation, profession and month end, in people (headcount) and in
-- FTE: advanced clinical practitioners, their trainees apart, and nursing support of bands 2 to 4.
with source as (
    select * from {{ source('raw', 'workforce_stats__selected_roles') }}
),

final as (
    select
        {{ month_end('date') }} as period_end,
        {{ trimmed('region_code') }} as region_code,
        {{ trimmed('region_name') }} as region_name,
        {{ trimmed('icb_code') }} as icb_code,
        {{ trimmed('icb_name') }} as icb_name,
        {{ trimmed('organisation_code') }} as organisation_code,
        {{ trimmed('organisation_name') }} as organisation_name,
        case trim(selected_role)
            when 'Advanced clinical practitioner' then 'advanced_clinical_practitioner'
            when 'Trainee advanced clinical practitioner'
                then 'trainee_advanced_clinical_practitioner'
            when 'Nursing support, bands 2 to 4' then 'nursing_support_bands_2_to_4'
            else trim(selected_role)
        end as selected_role,
        {{ tidied('profession') }} as profession,
        lower(trim(profession)) = 'all professions' as is_total,
        case trim(data_type) when 'HC' then 'headcount' when 'FTE' then 'fte' end as count_unit,
        {{ number('total') }} as staff,
        {{ availability_status('total', blank='not_collected') }} as availability_status,
        {{ provenance() }}
    from source
)

select * from final
