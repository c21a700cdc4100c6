-- Staff groups are parts of all staff: the FTE and the days shown never sum to more than the total.
-- They may sum to less, as small groups are hidden. Returns units whose groups hold more.
with observations as (
    select * from {{ ref('int_observations') }}
    where
        measure_id in ('sickness_fte_days_lost', 'sickness_fte_days_available', 'staff_in_post_fte')
        and availability_status = 'observed'
        and breakdown_type in ('all', 'staff_group')
),

sums as (
    select
        measure_id,
        definition_id,
        period_end,
        geography_level,
        organisation_code,
        file_id,
        sum(case when breakdown_type = 'all' then value end) as total_value,
        sum(case when breakdown_type = 'staff_group' then value end) as groups_value
    from observations
    group by
        measure_id, definition_id, period_end, geography_level, organisation_code, file_id
),

final as (
    select * from sums
    where groups_value > total_value + 0.000001 * greatest(1, total_value)
)

select * from final
