-- Entries of the impact tracker that count, as sent last, with their value: whole minutes of staff
-- time, or people. What cannot be valued is quarantined with its reason and stays out of the mart.
with entries as (
    select
        *,
        row_number() over (
            partition by
                programme_id, ahsn_code, period_start, period_end, outcome_measure_id, entry_id
            order by published_on desc, file_id desc
        ) as recency
    from {{ ref('stg_ahsn_tracker__entries') }}
),

current_entries as (
    select * from entries
    where recency = 1 and submission_status in ('submitted', 'validated')
),

valued as (
    select
        current_entries.*,
        measures.outcome_measure_kind,
        measures.unit,
        measures.time_method,
        factors.minutes_per_event,
        case
            when measures.unit = 'count_staff' then current_entries.entered_number
            when measures.time_method = 'event_converted'
                then current_entries.entered_number * factors.minutes_per_event
            when measures.time_method = 'direct' and current_entries.is_per_task
                then current_entries.entered_minutes * current_entries.volume
            when measures.time_method = 'direct' then current_entries.entered_minutes
        end as computed_value,
        case
            when measures.outcome_measure_id is null then 'the framework has no such measure'
            when measures.outcome_measure_kind <> current_entries.evidence_type
                then 'the measure takes the other type of evidence'
            when
                measures.outcome_measure_kind = 'qualitative'
                and current_entries.evidence_reference is null
                then 'the evidence has no reference'
            when
                measures.time_method = 'event_converted'
                and factors.conversion_factor_id is null
                then 'no conversion factor of this name holds in the period'
            when current_entries.is_per_task and current_entries.volume is null
                then 'a time per task needs the volume of tasks'
        end as known_problem,
        count(*) over (
            partition by
                current_entries.programme_id,
                current_entries.ahsn_code,
                current_entries.period_start,
                current_entries.period_end,
                current_entries.outcome_measure_id
        ) as entries_of_cell
    from current_entries
    left join {{ ref('outcome_measures') }} as measures
        on current_entries.outcome_measure_id = measures.outcome_measure_id
    left join {{ ref('conversion_factors') }} as factors
        on
            current_entries.conversion_factor_id = factors.conversion_factor_id
            and current_entries.period_end >= factors.valid_from
            and (factors.valid_to is null or current_entries.period_end <= factors.valid_to)
),

judged as (
    select
        *,
        coalesce(
            known_problem,
            case
                when outcome_measure_kind = 'qualitative' then null
                when computed_value is null then 'the value or its unit cannot be read'
                when computed_value < 0 then 'the value is negative'
                when unit = 'count_staff' and computed_value <> round(computed_value)
                    then 'people are counted whole'
                when unit = 'count_staff' and entries_of_cell > 1
                    then 'people of one programme and period stand in several entries'
            end
        ) as problem
    from valued
),

final as (
    select
        programme_id,
        programme_name,
        programme_level,
        ahsn_code,
        ahsn_name,
        period_start,
        period_end,
        outcome_measure_id,
        entry_id,
        time_method,
        entered_number,
        minutes_per_event,
        cast(case when problem is null then round(computed_value) end as bigint) as outcome_value,
        problem,
        effect_attribution,
        evidence_reference,
        submission_status,
        case when problem is null then 'observed' else 'quarantined' end as availability_status,
        is_synthetic,
        published_on,
        file_id
    from judged
)

select * from final
