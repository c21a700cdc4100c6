-- The workforce outcomes framework: every measure, and what programmes reported against it.
with measures as (
    select * from {{ ref('outcome_measures') }}
),

domains as (
    select * from {{ ref('outcome_domains') }}
),

totals as (
    select * from {{ ref('int_outcome_totals') }}
),

final as (
    select
        measures.outcome_measure_id,
        measures.outcome_measure_name,
        measures.outcome_measure_kind,
        measures.outcome_id,
        measures.outcome_name,
        measures.outcome_domain_id,
        domains.domain_name,
        coalesce(totals.aggregation_level, 'national') as aggregation_level,
        coalesce(totals.programme_id, 'all') as programme_id,
        coalesce(totals.programme_name, 'all') as programme_name,
        coalesce(totals.ahsn_code, 'all') as ahsn_code,
        coalesce(totals.ahsn_name, 'all') as ahsn_name,
        totals.period_start,
        totals.period_end,
        cast(totals.outcome_value as double) as value,
        measures.unit,
        measures.time_method,
        {% set hours = 'cast(totals.outcome_value as double) / 60' -%}
        case when measures.unit = 'minutes' then {{ hours }} end as hours,
        -- Hours over those of a full-time post (37.5 a week) in the weeks of the period.
        case
            when measures.unit = 'minutes'
                then
                    {{ hours }} / 37.5
                    / (({{ days_between('totals.period_start', 'totals.period_end') }} + 1) / 7.0)
        end as fte_equivalent,
        coalesce(totals.entry_count, 0) as entry_count,
        coalesce(totals.programme_count, 0) as programme_count,
        totals.attributions,
        totals.evidence_references,
        case
            when totals.outcome_measure_id is null then 'not_collected'
            when measures.outcome_measure_kind = 'qualitative' then 'not_applicable'
            else 'observed'
        end as availability_status,
        measures.polarity,
        measures.related_metric_ids,
        coalesce(totals.is_synthetic, false) as is_synthetic,
        totals.published_on,
        totals.file_id
    from measures
    inner join domains
        on measures.outcome_domain_id = domains.outcome_domain_id
    left join totals
        on measures.outcome_measure_id = totals.outcome_measure_id
    order by
        measures.outcome_measure_seq,
        totals.aggregation_level,
        totals.programme_id,
        totals.ahsn_code,
        totals.period_end
)

select * from final
