-- For each fact, England's figure by the most preferred definition that has one, of the period
-- asked for. Facts without such a figure have no row.
with observations as (
    select * from {{ ref('int_observations_current') }}
    where geography_level = 'england' and availability_status = 'observed'
),

candidates as (
    select
        equivalents.fact_id,
        equivalents.is_same_definition,
        equivalents.equivalence_note,
        equivalents.measure_id,
        equivalents.definition_id,
        definitions.definition_name,
        measures.unit,
        observations.period_start,
        observations.period_end,
        observations.value,
        observations.published_on,
        observations.is_synthetic,
        observations.file_id,
        row_number() over (
            partition by equivalents.fact_id
            order by
                equivalents.preference asc,
                case
                    when equivalents.period_rule = 'nearest'
                        then
                            abs({{ months_between(
                                'equivalents.compared_on', 'observations.period_end'
                            ) }})
                end asc,
                observations.period_end desc,
                observations.period_start desc
        ) as place
    from {{ ref('stated_fact_equivalents') }} as equivalents
    inner join {{ ref('measures') }} as measures
        on equivalents.measure_id = measures.measure_id
    inner join {{ ref('definitions') }} as definitions
        on
            equivalents.measure_id = definitions.measure_id
            and equivalents.definition_id = definitions.definition_id
    inner join observations
        on
            equivalents.measure_id = observations.measure_id
            and equivalents.definition_id = observations.definition_id
            and equivalents.breakdown_type = observations.breakdown_type
            and equivalents.breakdown_value = observations.breakdown_value
            and (
                equivalents.period_rule <> 'on'
                or equivalents.compared_on = observations.period_end
            )
),

final as (
    select
        fact_id,
        is_same_definition,
        equivalence_note,
        measure_id,
        definition_id,
        definition_name,
        unit,
        period_start,
        period_end,
        value,
        published_on,
        is_synthetic,
        file_id
    from candidates
    where place = 1
)

select * from final
