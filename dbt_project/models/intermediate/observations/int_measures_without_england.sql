-- Measures without a total for England by their default definition: one row that says why.
with measures as (
    select * from {{ ref('measures') }}
),

metrics as (
    select * from {{ ref('metrics') }}
),

availability as (
    select * from {{ ref('int_measure_availability') }}
),

default_definitions as (
    select * from {{ ref('int_default_definitions') }}
),

england as (
    select distinct
        measure_id,
        definition_id
    from {{ ref('int_observations_current') }}
    where geography_level = 'england' and breakdown_type = 'all'
),

without_england as (
    select
        measures.measure_id,
        default_definitions.definition_id,
        metrics.period_type,
        availability.availability_status
    from measures
    inner join metrics
        on measures.metric_id = metrics.metric_id
    inner join availability
        on measures.measure_id = availability.measure_id
    inner join default_definitions
        on measures.measure_id = default_definitions.measure_id
    left join england
        on
            default_definitions.measure_id = england.measure_id
            and default_definitions.definition_id = england.definition_id
    where england.measure_id is null
),

final as (
    {{ as_observations(
        'without_england',
        period_start='null',
        period_end='null',
        geography_level="'england'",
        organisation_code=england(),
        icb_code='null',
        region_code='null',
        breakdown_type="'all'",
        breakdown_value="'all'",
        value='null',
        numerator='null',
        denominator='null',
        base_count='null',
        is_provisional='false',
        is_derived='false',
        is_synthetic='false',
        published_on='null',
        file_id='null'
    ) }}
)

select * from final
