-- Whether trusts provided each facility for their staff at the end of a quarter. An empty answer is
-- none, which is no no.
with source as (
    select * from {{ source('raw', 'covid_sitrep__facilities') }}
),

final as (
    select
        {{ first_day(published_date('quarter_end')) }} as period_start,
        {{ published_date('quarter_end') }} as period_end,
        {{ trimmed('organisation_code') }} as organisation_code,
        {{ trimmed('organisation_name') }} as organisation_name,
        case lower(trim(facility))
            when 'free staff car parking' then 'free_staff_car_parking'
            when 'food available' then 'food_available'
            when 'hot and cold drinks' then 'hot_cold_drinks'
            when 'rest space' then 'rest_space'
            else facility
        end as facility,
        case lower(trim(provided))
            when 'yes' then true
            when 'no' then false
        end as is_provided,
        case
            when {{ trimmed('provided') }} is null then 'not_collected'
            when lower(trim(provided)) in ('yes', 'no') then 'observed'
            else 'quarantined'
        end as availability_status,
        {{ provenance() }}
    from source
)

select * from final
