-- The latest England figure of every measure by its default definition, or why there is none; what
-- is to be said of it in words; and where its metric stands against the calendar, on one day.
with measures as (
    select * from {{ ref('measures') }}
),

metrics as (
    select * from {{ ref('metrics') }}
),

chapters as (
    select * from {{ ref('chapters') }}
),

availability as (
    select * from {{ ref('int_measure_availability') }}
),

default_definitions as (
    select * from {{ ref('int_default_definitions') }}
),

figures as (
    select * from {{ ref('int_scorecard_figures') }}
),

notes as (
    select * from {{ ref('int_scorecard_notes') }}
),

freshness as (
    select * from {{ ref('freshness') }}
    where freshness_level = 'metric'
),

told as (
    select
        metrics.metric_id,
        metrics.annex_label,
        metrics.annex_row_seq,
        metrics.primary_chapter_id as chapter_id,
        chapters.chapter_name,
        metrics.theme_as_printed as theme,
        metrics.metric_name,
        metrics.annex_section = 'further_management_information' as is_management_information,
        measures.measure_id,
        measures.measure_seq,
        measures.measure_name,
        measures.measure_kind,
        measures.unit,
        measures.polarity,
        default_definitions.definition_name,
        case
            when figures.value is null then availability.availability_note
            when default_definitions.scorecard_rank > 1
                then
                    concat(
                        'By the definition "', default_definitions.definition_name,
                        '": no file received has a better one.'
                    )
        end as availability_note,
        {% for column in scorecard_columns() + ['received_count', 'expected_count'] -%}
        figures.{{ column }},
        {% endfor -%}
        notes.change_in_words,
        notes.data_quality_note,
        freshness.freshness_status,
        freshness.latest_period_end,
        freshness.awaited_by,
        freshness.status_on
    from measures
    inner join metrics
        on measures.metric_id = metrics.metric_id
    inner join chapters
        on metrics.primary_chapter_id = chapters.chapter_id
    inner join availability
        on measures.measure_id = availability.measure_id
    inner join default_definitions
        on measures.measure_id = default_definitions.measure_id
    inner join figures
        on measures.measure_id = figures.measure_id
    inner join notes
        on measures.measure_id = notes.measure_id
    left join freshness
        on metrics.metric_id = freshness.subject_id
),

final as (
    select {{ model.columns | join(',\n        ') or '*' }}
    from told
    order by annex_row_seq, measure_seq
)

select * from final
