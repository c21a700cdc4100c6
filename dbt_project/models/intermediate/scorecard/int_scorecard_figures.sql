-- The latest figure for England of every measure by its default definition, with all that stands
-- beside it in the mart of its chapter.
with metrics as (
    select * from {{ ref('metrics') }}
),

england as (
    select
        described.*,
        row_number() over (
            partition by described.measure_id
            order by
                case when described.availability_status = 'observed' then 0 else 1 end,
                -- A metric may also be given by quarter or year: its own kind of period leads, and
                -- of a quarter and a year that end on one day, the quarter.
                case when described.period_type = metrics.period_type then 0 else 1 end,
                described.period_end desc nulls last,
                described.period_start desc nulls last
        ) as recency
    from {{ ref('int_observations_described') }} as described
    inner join metrics
        on
            described.metric_id = metrics.metric_id
            and described.chapter_id = metrics.primary_chapter_id
    where
        described.geography_level = 'england'
        and described.breakdown_type = 'all'
        and described.is_default_definition
),

coverage as (
    select * from {{ ref('int_coverage_by_measure') }}
),

final as (
    select
        england.measure_id,
        england.{{ scorecard_columns() | join(',\n        england.') }},
        coverage.received_count,
        coverage.expected_count
    from england
    left join coverage
        on
            {{ same_columns('england', 'coverage', [
                'measure_id', 'definition_id', 'period_type', 'period_start', 'period_end',
            ]) }}
    where england.recency = 1
)

select * from final
