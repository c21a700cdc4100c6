-- What the source documents state as facts, each beside our own figure for the same thing, if any.
with facts as (
    select * from {{ ref('stated_facts') }}
),

-- For each fact, England's figure by the most preferred definition that has one, of the period
-- asked for.
candidates as (
    select
        equivalents.fact_id,
        equivalents.is_same_definition,
        equivalents.equivalence_note,
        definitions.definition_name,
        measures.unit as own_unit,
        observations.*,
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
    inner join {{ ref('int_observations_current') }} as observations
        on
            equivalents.measure_id = observations.measure_id
            and equivalents.definition_id = observations.definition_id
            and equivalents.breakdown_type = observations.breakdown_type
            and equivalents.breakdown_value = observations.breakdown_value
    where
        observations.geography_level = 'england'
        and observations.availability_status = 'observed'
        and (
            equivalents.period_rule <> 'on'
            or equivalents.compared_on = observations.period_end
        )
),

final as (
    select
        facts.*,
        candidates.measure_id as own_measure_id,
        candidates.definition_id as own_definition_id,
        candidates.definition_name as own_definition_name,
        candidates.period_start as own_period_start,
        candidates.period_end as own_period_end,
        candidates.value as own_value,
        candidates.own_unit,
        candidates.value - facts.stated_value as difference,
        case
            when candidates.fact_id is null then 'no_own_value'
            when not candidates.is_same_definition then 'other_definition'
            when {{ agrees_as_printed('facts', 'candidates.value') }} then 'agrees'
            else 'differs'
        end as comparison,
        candidates.equivalence_note as comparison_note,
        candidates.published_on,
        coalesce(candidates.is_synthetic, false) as is_synthetic,
        candidates.file_id
    from facts
    left join candidates
        on facts.fact_id = candidates.fact_id and candidates.place = 1
    order by facts.fact_id
)

select * from final
