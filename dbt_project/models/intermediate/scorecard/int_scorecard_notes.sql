-- What is said in words of each figure of the scorecard: how it changed, or why nothing is
-- compared, and what to bear in mind. A seasonal figure is set against a year before alone.
with figures as (
    select
        figures.*,
        measures.unit,
        measures.polarity,
        measures.series_availability,
        metrics.anomaly_codes,
        default_definitions.definition_name,
        default_definitions.scorecard_rank,
        {{ period_after_on(
            'figures.period_type',
            a_year_before('figures.period_start'),
            a_year_before('figures.period_end')
        ) }} as year_before,
        {{ period_after_on(
            'figures.period_type', 'figures.previous_period_start', 'figures.previous_period_end'
        ) }} as period_before
    from {{ ref('int_scorecard_figures') }} as figures
    inner join {{ ref('measures') }} as measures
        on figures.measure_id = measures.measure_id
    inner join {{ ref('metrics') }} as metrics
        on measures.metric_id = metrics.metric_id
    inner join {{ ref('int_default_definitions') }} as default_definitions
        on figures.measure_id = default_definitions.measure_id
),

breaks as (
    select
        figures.measure_id,
        replace({{ listed_texts('discontinuities.break_in_words') }}, '|', '; ') as break_in_words
    from figures
    inner join {{ ref('discontinuities') }} as discontinuities
        on {{ is_listed(
            'discontinuities.discontinuity_id',
            'coalesce(figures.year_on_year_break_ids, figures.discontinuity_ids)'
        ) }}
    group by figures.measure_id
),

noted as (
    select
        figures.*,
        breaks.break_in_words
    from figures
    left join breaks
        on figures.measure_id = breaks.measure_id
),

final as (
    select
        measure_id,
        case
            when value is null then null
            when year_before_value is not null
                then {{ change_told(
                    'year_on_year_change', 'unit', 'year_before', 'year_on_year_direction',
                    'polarity'
                ) }}
            when previous_value is not null and not is_seasonal
                then {{ change_told('change', 'unit', 'period_before', 'direction', 'polarity') }}
            when break_in_words is not null
                then
                    concat(
                        'not compared with ',
                        if(year_on_year_break_ids is null, 'the period before', year_before),
                        ': ', break_in_words
                    )
            when previous_value is not null then 'no figure of a year before to compare with'
            else 'no earlier figure to compare with'
        end as change_in_words,
        {{ data_quality_told() }} as data_quality_note
    from noted
)

select * from final
