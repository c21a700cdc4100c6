-- The code of each organisation on the map after every known change: what it became, where that is
-- one body; one that was divided keeps its code.
with map as (
    select * from {{ ref('int_organisation_map') }}
),

final as (
    select
        organisation_code,
        case
            when count(distinct mapped_code) = 1 then max(mapped_code)
            else organisation_code
        end as current_organisation_code
    from map
    where map_until = {{ until_further_notice() }}
    group by organisation_code
)

select * from final
