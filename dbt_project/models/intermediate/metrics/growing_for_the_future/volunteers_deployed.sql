-- Row 19: volunteers active in the quarter, and the hours they gave, in the quarter and in twelve
-- months. People add up over trusts, not over quarters; who is registered and gave no time is not
-- deployed.
with volunteers as (
    select
        *,
        coalesce({{ is_small_number('geography_level', 'fewest_active') }}, false) as is_small
    from {{ ref('int_volunteers_summed') }}
),

judged as (
    select
        *,
        case
            when availability_status = 'observed' and is_small then 'suppressed_project'
            else availability_status
        end as people_status,
        case
            when hours_status = 'observed' and is_small then 'suppressed_project'
            else hours_status
        end as time_status
    from volunteers
),

quarters as (
    select * from judged
    where period_type = 'quarter'
),

final as (
    {{ as_observations(
        'quarters',
        measure_id="'volunteers_active'",
        definition_id="'active_in_period'",
        value='volunteers_active',
        numerator='null',
        denominator='null',
        base_count='null',
        availability_status='people_status',
        is_provisional='false',
        is_derived="geography_level <> 'organisation'"
    ) }}

    union all

    {{ as_observations(
        'judged',
        measure_id="'volunteer_hours'",
        definition_id="'active_in_period'",
        value='volunteer_hours',
        numerator='null',
        denominator='null',
        base_count='null',
        availability_status='time_status',
        is_provisional='false',
        is_derived="geography_level <> 'organisation' or period_type <> 'quarter'"
    ) }}
)

select * from final
