-- Posts in primary care networks at the end of each quarter. Posts repeat: rows alike are posts
-- alike, and all stay.
with source as (
    select * from {{ source('raw', 'pcn_workforce__posts') }}
),

final as (
    select
        last_day(make_date(cast(census_year as integer), cast(census_month as integer), 1))
            as period_end,
        {{ trimmed('data_source') }} as data_source,
        {{ trimmed('pcn_code') }} as pcn_code,
        {{ trimmed('pcn_name') }} as pcn_name,
        {{ trimmed('sub_icb_code') }} as sub_icb_code,
        {{ trimmed('sub_icb_name') }} as sub_icb_name,
        {{ trimmed('icb_code') }} as icb_code,
        {{ trimmed('icb_name') }} as icb_name,
        {{ trimmed('region_code') }} as region_code,
        {{ trimmed('region_name') }} as region_name,
        {{ trimmed('staff_group') }} as staff_group,
        {{ trimmed('staff_role') }} as staff_role,
        {{ trimmed('detailed_staff_role') }} as detailed_staff_role,
        {{ number('fte') }} as fte,
        {{ availability_status('fte', blank='not_collected') }} as availability_status,
        nullif({{ trimmed('person_id') }}, 'NULL') as person_id,
        {{ provenance() }}
    from source
)

select * from final
