-- The latest England figure of every measure by its default definition, or why there is none.
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

england as (
    select
        compared.*,
        row_number() over (
            partition by compared.measure_id
            order by
                case when compared.availability_status = 'observed' then 0 else 1 end,
                -- A metric may also be given by quarter or year: its own kind of period leads, and
                -- of a quarter and a year that end on one day, the quarter.
                case when compared.period_type = metrics.period_type then 0 else 1 end,
                compared.period_end desc nulls last,
                compared.period_start desc nulls last
        ) as recency
    from {{ ref('int_observations_compared') }} as compared
    inner join default_definitions
        on
            compared.measure_id = default_definitions.measure_id
            and compared.definition_id = default_definitions.definition_id
    inner join measures
        on compared.measure_id = measures.measure_id
    inner join metrics
        on measures.metric_id = metrics.metric_id
    where compared.geography_level = 'england' and compared.breakdown_type = 'all'
),

latest as (
    select * from england
    where recency = 1
),

final as (
    select
        metrics.annex_label,
        metrics.metric_id,
        measures.measure_id,
        metrics.primary_chapter_id as chapter_id,
        chapters.chapter_name,
        metrics.theme_as_printed as theme,
        metrics.metric_name,
        measures.measure_name,
        measures.measure_kind,
        metrics.annex_section = 'further_management_information' as is_management_information,
        default_definitions.definition_id,
        default_definitions.definition_name,
        latest.period_type,
        latest.period_start,
        latest.period_end,
        {{ period_label('latest.period_type', 'latest.period_start', 'latest.period_end') }}
            as period_label,
        latest.value,
        measures.unit,
        latest.numerator,
        latest.denominator,
        latest.base_count,
        latest.availability_status,
        case
            when latest.value is null then availability.availability_note
            when default_definitions.scorecard_rank > 1
                then
                    concat(
                        'By the definition "', default_definitions.definition_name,
                        '": no file received has a better one.'
                    )
        end as availability_note,
        measures.polarity,
        latest.previous_value,
        latest.change,
        latest.direction,
        latest.has_discontinuity,
        latest.is_provisional,
        latest.is_derived,
        latest.is_synthetic,
        latest.published_on,
        latest.file_id,
        latest.discontinuity_ids,
        metrics.annex_row_seq,
        measures.measure_seq
    from measures
    inner join metrics
        on measures.metric_id = metrics.metric_id
    inner join chapters
        on metrics.primary_chapter_id = chapters.chapter_id
    inner join availability
        on measures.measure_id = availability.measure_id
    inner join default_definitions
        on measures.measure_id = default_definitions.measure_id
    inner join latest
        on measures.measure_id = latest.measure_id
    order by metrics.annex_row_seq, measures.measure_seq
)

select * from final
