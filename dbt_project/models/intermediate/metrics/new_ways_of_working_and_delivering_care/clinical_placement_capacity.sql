-- Row 15: clinical placements paid for beyond those of the intake's baseline year. Where capacity
-- was given it is the first term, and what is left without the additional ones the baseline.
-- Placements additional to different years cannot be added.
with placements as (
    select
        *,
        coalesce({{ is_small_number('geography_level', 'additional_placements') }}, false)
            as is_small
    from {{ ref('int_placements_summed') }}
),

judged as (
    select
        *,
        case
            when availability_status <> 'observed' then availability_status
            when baseline_count > 1 then 'not_applicable'
            when is_small then 'suppressed_project'
            else 'observed'
        end as status
    from placements
),

final as (
    {{ as_observations(
        'judged',
        measure_id="'additional_placements'",
        definition_id="'intake_expansion'",
        period_type="'academic_year_intake'",
        value="case when status <> 'not_applicable' then additional_placements end",
        numerator="case when status <> 'not_applicable' then placement_capacity end",
        denominator="case when status <> 'not_applicable'
            then placement_capacity - additional_placements end",
        base_count='null',
        availability_status='status',
        is_provisional='false',
        is_derived='true'
    ) }}
)

select * from final
