-- Answers in a wave of the People Pulse, by participant, item and role. England's own rows have no
-- organisation. A wave is as long as its rows say.
with source as (
    select * from {{ source('raw', 'people_pulse__results') }}
),

final as (
    select
        {{ published_date('wave_start') }} as period_start,
        {{ published_date('wave_end') }} as period_end,
        nullif({{ trimmed('organisation_code') }}, {{ england() }}) as organisation_code,
        case
            when {{ trimmed('organisation_code') }} <> {{ england() }}
                then {{ trimmed('organisation_name') }}
        end as organisation_name,
        case lower(trim(item))
            when 'informed' then 'informed'
            when 'supported' then 'supported'
            when 'work-life balance' then 'work_life_balance'
            when 'confident in local leaders' then 'confident_local_leaders'
            when 'safe to speak up' then 'safe_to_speak_up'
            else item
        end as pulse_item,
        {{ trimmed('role') }} as respondent_role,
        lower(trim(role)) = 'all roles' as is_total,
        cast({{ number('positive_answers') }} as bigint) as positive_answers,
        cast({{ number('valid_answers') }} as bigint) as valid_answers,
        {{ availability_status('valid_answers', blank='not_collected') }} as availability_status,
        {{ provenance() }}
    from source
)

select * from final
