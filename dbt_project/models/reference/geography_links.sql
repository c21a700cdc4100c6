-- Which larger unit each unit lies in, and for which reporting periods.
with sightings as (
    select * from {{ ref('int_geography_sightings') }}
),

beside as (
    select
        *,
        lag(parent_code) over by_period as former_parent_code
    from sightings
    window by_period as (
        partition by geography_level, organisation_code, parent_level order by period_end asc
    )
),

numbered as (
    select
        *,
        sum(case when parent_code is distinct from former_parent_code then 1 else 0 end) over (
            partition by geography_level, organisation_code, parent_level
            order by period_end asc
            rows between unbounded preceding and current row
        ) as stay
    from beside
),

stays as (
    select
        geography_level,
        organisation_code,
        parent_level,
        parent_code,
        stay,
        min(period_end) as first_period_end,
        max(period_end) as last_period_end
    from numbered
    group by geography_level, organisation_code, parent_level, parent_code, stay
),

final as (
    select
        geography_level,
        organisation_code,
        parent_level,
        parent_code,
        first_period_end,
        last_period_end,
        stay = max(stay) over (
            partition by geography_level, organisation_code, parent_level
        ) as is_current
    from stays
)

select * from final
