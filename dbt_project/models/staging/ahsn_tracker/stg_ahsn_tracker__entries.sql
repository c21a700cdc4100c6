-- Entries of the impact tracker, every release. A time is read as minutes in whichever way it was
-- typed: 1h30, 1:30, 1.5 hours and 90 minutes are the same.
with source as (
    select * from {{ source('raw', 'ahsn_tracker__entries') }}
),

tidy as (
    select
        *,
        lower({{ tidied('entered_value') }}) as typed,
        lower({{ tidied('entered_unit') }}) as typed_unit
    from source
),

read as (
    select
        *,
        {{ number('typed') }} as plain_number,
        cast({{ first_match('typed', '^([0-9]+) *(?:h|hrs?|hours?|:)') }} as double) as typed_hours,
        cast(
            {{ first_match(
                'typed', '^[0-9]+ *(?:h|hrs?|hours?|:) *([0-9]{1,2}) *(?:m|min|minutes)?$'
            ) }} as double
        ) as typed_minutes,
        cast(
            {{ first_match('typed', '^([0-9]+(?:[.][0-9]+)?) *(?:m|mins?|minutes)$') }} as double
        ) as only_minutes
    from tidy
),

final as (
    select
        {{ trimmed('entry_id') }} as entry_id,
        {{ trimmed('programme_id') }} as programme_id,
        {{ tidied('programme_name') }} as programme_name,
        {{ trimmed('programme_level') }} as programme_level,
        {{ trimmed('ahsn_code') }} as ahsn_code,
        {{ tidied('ahsn_name') }} as ahsn_name,
        {{ published_date('period_start') }} as period_start,
        {{ published_date('period_end') }} as period_end,
        {{ trimmed('outcome_measure_id') }} as outcome_measure_id,
        {{ trimmed('evidence_type') }} as evidence_type,
        {{ trimmed('entered_value') }} as entered_value,
        {{ trimmed('entered_unit') }} as entered_unit,
        plain_number as entered_number,
        case
            when typed_hours is not null then 60 * typed_hours + coalesce(typed_minutes, 0)
            when only_minutes is not null then only_minutes
            when typed_unit like 'hour%' then 60 * plain_number
            when typed_unit like 'minute%' then plain_number
        end as entered_minutes,
        coalesce(typed_unit like '% per %', false) as is_per_task,
        {{ number('volume') }} as volume,
        {{ trimmed('conversion_factor_id') }} as conversion_factor_id,
        {{ trimmed('attribution') }} as effect_attribution,
        {{ number('baseline_value') }} as baseline_value,
        {{ tidied('evidence_reference') }} as evidence_reference,
        {{ tidied('entry_source') }} as entry_source,
        {{ trimmed('submission_status') }} as submission_status,
        {{ published_date('submitted_on') }} as submitted_on,
        {{ provenance() }}
    from read
)

select * from final
