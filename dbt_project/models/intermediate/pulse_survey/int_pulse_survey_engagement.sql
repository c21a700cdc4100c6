-- How engaged staff are by the quarterly pulse survey, out of ten: each theme is the mean of its
-- questions' scores, engagement the mean of the three themes. Whoever wishes takes part: never
-- beside the staff survey.
{%- set themes = ['motivation', 'involvement', 'advocacy'] %}

with scores as (
    select * from {{ ref('int_pulse_survey_scores') }}
),

-- A theme without one of its questions' scores has none.
by_theme as (
    select
        period_start,
        period_end,
        geography_level,
        organisation_code,
        engagement_theme,
        case
            when count(score) = count(*) then {{ exact_sum('score') }} / count(score)
        end as score,
        max(base_count) as base_count,
        max(case when score is null then availability_status end) as reason_for_a_gap,
        is_derived,
        is_synthetic,
        published_on,
        file_id
    from scores
    group by
        period_start, period_end, geography_level, organisation_code, engagement_theme,
        is_derived, is_synthetic, published_on, file_id
),

final as (
    select
        period_start,
        period_end,
        geography_level,
        organisation_code,
        {%- for theme in themes %}
        max(case when engagement_theme = '{{ theme }}' then score end) as {{ theme }}_score,
        {%- endfor %}
        case
            when count(score) = {{ themes | length }}
                then {{ exact_sum('score') }} / {{ themes | length }}
        end as engagement_score,
        max(base_count) as base_count,
        coalesce(max(reason_for_a_gap), 'observed') as availability_status,
        is_derived,
        is_synthetic,
        published_on,
        file_id
    from by_theme
    group by
        period_start, period_end, geography_level, organisation_code,
        is_derived, is_synthetic, published_on, file_id
)

select * from final
