-- Every vintage of every observation: what each release said, and until which release it stood.
with observations as (
    select * from {{ ref('int_observations') }}
),

measures as (
    select * from {{ ref('measures') }}
),

metrics as (
    select * from {{ ref('metrics') }}
),

vintages as (
    select
        *,
        row_number() over oldest_first as vintage_number,
        lead(published_on) over oldest_first as superseded_on
    from observations
    window oldest_first as (
        partition by {{ observation_cell() }}
        order by {{ oldest_vintage_first() }}
    )
),

final as (
    select
        measures.metric_id,
        vintages.measure_id,
        vintages.definition_id,
        vintages.period_type,
        vintages.period_start,
        vintages.period_end,
        vintages.geography_level,
        vintages.organisation_code,
        vintages.icb_code,
        vintages.region_code,
        vintages.breakdown_type,
        vintages.breakdown_value,
        vintages.value,
        measures.unit,
        vintages.numerator,
        vintages.denominator,
        vintages.base_count,
        vintages.availability_status,
        vintages.is_provisional,
        vintages.is_derived,
        vintages.is_synthetic,
        vintages.vintage_number,
        vintages.published_on,
        vintages.superseded_on,
        vintages.superseded_on is null as is_current,
        vintages.file_id
    from vintages
    inner join measures
        on vintages.measure_id = measures.measure_id
    inner join metrics
        on measures.metric_id = metrics.metric_id
    order by
        metrics.annex_row_seq,
        measures.measure_seq,
        vintages.definition_id,
        vintages.geography_level,
        vintages.organisation_code,
        vintages.breakdown_type,
        vintages.breakdown_value,
        vintages.period_end,
        vintages.vintage_number
)

select * from final
