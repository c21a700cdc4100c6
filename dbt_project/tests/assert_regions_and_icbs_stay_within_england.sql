-- Regions and ICBs are parts of England: within one file, what adds up never adds up to more there.
-- It may be less: some bodies belong to no ICB. Returns sums that hold more than England.
-- Returners are left out: England's count is a return of its own, rounded and of another hour than
-- those of the regions, and the suite of the raw table holds them to a tenth of each other.
with observations as (
    select
        observations.*,
        coalesce(disclosure_rules.rule_kind = 'rounding', false) as is_rounded
    from {{ ref('int_observations') }} as observations
    inner join {{ ref('measures') }} as measures
        on observations.measure_id = measures.measure_id
    left join {{ ref('disclosure_rules') }} as disclosure_rules
        on measures.disclosure_rule_id = disclosure_rules.disclosure_rule_id
    where
        measures.additive_over_organisations = 'yes'
        and observations.availability_status = 'observed'
        and observations.breakdown_type = 'all'
        and observations.measure_id <> 'returners_deployed'
),

sums as (
    select
        measure_id,
        definition_id,
        period_type,
        period_end,
        file_id,
        bool_or(is_rounded) as is_rounded,
        sum(case when geography_level = 'england' then value end) as england_value,
        sum(case when geography_level = 'region' then value end) as regions_value,
        sum(case when geography_level = 'icb' then value end) as icbs_value
    from observations
    group by measure_id, definition_id, period_type, period_end, file_id
),

-- Tables in whole numbers can differ by a half for each region, rounded ones by more.
judged as (
    select
        *,
        england_value + 10 + case when is_rounded then 0.01 * england_value else 0 end as most
    from sums
),

final as (
    select * from judged
    where regions_value > most or icbs_value > most
)

select * from final
