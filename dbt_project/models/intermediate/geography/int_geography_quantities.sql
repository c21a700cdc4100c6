-- What of each current figure adds up over the units of a level, one row a quantity: the value
-- itself, or the numerator and the denominator of a rate. Totals that are known to hold more than
-- their parts are here too.
with observations as (
    select
        observations.*,
        definitions.adds_over_organisations
    from {{ ref('int_observations_current') }} as observations
    inner join {{ ref('definitions') }} as definitions
        on
            observations.measure_id = definitions.measure_id
            and observations.definition_id = definitions.definition_id
    where
        definitions.adds_over_organisations <> 'no'
        or (definitions.measure_id, definitions.definition_id) in (
            select
                known.measure_id,
                known.definition_id
            from {{ ref('known_geography_differences') }} as known
        )
),

quantities as (
    select
        *,
        'value' as quantity,
        value as amount
    from observations
    where adds_over_organisations <> 'ratio_of_sums'

    union all

    select
        *,
        'numerator' as quantity,
        numerator as amount
    from observations
    where adds_over_organisations = 'ratio_of_sums'

    union all

    select
        *,
        'denominator' as quantity,
        denominator as amount
    from observations
    where adds_over_organisations = 'ratio_of_sums'
),

final as (
    select
        {{ observation_cell() }},
        icb_code,
        region_code,
        quantity,
        amount,
        availability_status,
        is_derived,
        is_synthetic,
        published_on
    from quantities
    -- A rate that was printed without its terms has nothing that adds.
    where amount is not null or availability_status <> 'observed'
)

select * from final
