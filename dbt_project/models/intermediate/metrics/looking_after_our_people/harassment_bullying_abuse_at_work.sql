-- Row 1: staff who experienced harassment, bullying or abuse, by source; physical violence beside
-- it. Positive is any answer of one or more incidents. The sources overlap: never add them.
with answers as (
    select
        *,
        response_option <> 'never' as is_positive,
        true as is_in_base
    from {{ ref('int_survey_answers') }}
    where metric_id = 'harassment_bullying_abuse_at_work'
),

measured as (
    {{ survey_shares('answers') }}
),

final as (
    {{ as_observations(
        'measured',
        definition_id="'nss_unweighted'",
        period_type="'survey_year'",
        numerator='null',
        denominator='null',
        is_provisional='false'
    ) }}
)

select * from final
