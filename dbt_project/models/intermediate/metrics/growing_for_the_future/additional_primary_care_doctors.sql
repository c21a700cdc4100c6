-- Row 16: doctors in general practice, FTE change since a baseline, and fully qualified doctors.
-- The definition says who counts and from when; both terms come from one vintage, as the method
-- changed in August 2021 and February 2022. England holds estimates, units below add practices up.
with changes as (
    select * from {{ ref('int_general_practice_changes') }}
    where measure_id = 'gp_fte_change_from_baseline'
),

fully_qualified as (
    select * from {{ ref('int_general_practice_staff') }}
    where staff_line in ('fully_qualified', 'fully_qualified_excl_locums')
),

final as (
    {{ as_observations(
        'changes',
        period_type="'month_end_snapshot'",
        period_start=first_day('period_end'),
        value='fte_change',
        numerator='fte',
        denominator='baseline_fte',
        base_count='null',
        is_provisional='false',
        is_derived='true'
    ) }}

    union all

    {{ as_observations(
        'fully_qualified',
        measure_id="'gp_fte_fully_qualified'",
        definition_id='staff_line',
        period_type="'month_end_snapshot'",
        period_start=first_day('period_end'),
        value='fte',
        numerator='null',
        denominator='null',
        base_count='null',
        is_provisional='false',
        is_derived='is_sum_of_practices'
    ) }}
)

select * from final
