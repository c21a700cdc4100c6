-- What the source documents state as facts, each beside our own figure for the same thing, if any.
with facts as (
    select * from {{ ref('stated_facts') }}
),

own_figures as (
    select * from {{ ref('int_own_figures') }}
),

final as (
    select
        facts.fact_id,
        facts.document_id,
        facts.document_line,
        facts.series_id,
        facts.subject,
        facts.scope,
        facts.as_at,
        facts.stated_value,
        facts.stated_date,
        facts.unit,
        facts.stated_precision,
        facts.metric_id,
        facts.verdict,
        facts.check_note,
        own_figures.measure_id as own_measure_id,
        own_figures.definition_id as own_definition_id,
        own_figures.definition_name as own_definition_name,
        own_figures.period_start as own_period_start,
        own_figures.period_end as own_period_end,
        own_figures.value as own_value,
        own_figures.unit as own_unit,
        round(own_figures.value - facts.stated_value, 6) as difference,
        case
            when own_figures.fact_id is null then 'no_own_value'
            when not own_figures.is_same_definition then 'other_definition'
            when {{ agrees_as_printed('facts', 'own_figures.value') }} then 'agrees'
            else 'differs'
        end as comparison,
        own_figures.equivalence_note as comparison_note,
        own_figures.published_on,
        coalesce(own_figures.is_synthetic, false) as is_synthetic,
        own_figures.file_id
    from facts
    left join own_figures
        on facts.fact_id = own_figures.fact_id
    order by facts.fact_id
)

select * from final
