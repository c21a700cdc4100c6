-- Regions and ICBs are parts of England: within one file, what adds up never adds up to more there.
-- It may be less: some bodies belong to no ICB. Returns sums that hold more than England.
-- Returners are left out: England's count is a return of its own, rounded and of another hour than
-- those of the regions, and the suite of the raw table holds them to a tenth of each other.
with observations as (
    select observations.*
    from {{ ref('int_observations') }} as observations
    inner join {{ ref('measures') }} as measures
        on observations.measure_id = measures.measure_id
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
        sum(case when geography_level = 'england' then value end) as england_value,
        sum(case when geography_level = 'region' then value end) as regions_value,
        sum(case when geography_level = 'icb' then value end) as icbs_value
    from observations
    group by measure_id, definition_id, period_type, period_end, file_id
),

-- Tables in whole numbers can differ by a half for each region.
final as (
    select * from sums
    where regions_value > england_value + 10 or icbs_value > england_value + 10
)

select * from final
