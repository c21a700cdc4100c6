-- Staff in scope and staff assessed in every reporting unit, as known when each return came. A
-- figure that the collector gives for England stands for England in place of the trusts' sum.
with returned as (
    select * from {{ ref('stg_nhsei_covid_workforce_returns__risk_assessments') }}
    where availability_status <> 'quarantined'
),

known as (
    {{ as_known_when_received(
        'returned',
        period=['period_end'],
        row_key=['is_national', 'organisation_code', 'population'],
        columns=['staff_in_scope', 'staff_assessed', 'staff_assessed_pct']
    ) }}
),

organisations as (
    select * from {{ ref('int_organisations_known') }}
),

placed as (
    select
        known.*,
        organisations.icb_code,
        organisations.region_code,
        bool_or(known.is_national) over (
            partition by known.file_id, known.period_end, known.population
        ) as has_national
    from known
    left join organisations
        on {{ is_organisation_as_known('known', 'published_on') }}
),

cells as (
    {{ in_every_reporting_unit('placed', ['england', 'region', 'icb', 'organisation']) }}
),

counted as (
    select
        *,
        -- Both sides or neither: a base without its numerator would lower the rate.
        case when availability_status = 'observed' then staff_in_scope end as base_staff,
        case when availability_status = 'observed' then staff_assessed end as assessed_staff,
        case when is_national or geography_level = 'organisation' then staff_assessed_pct end
            as quoted_pct
    from cells
    where geography_level <> 'england' or is_national = has_national
),

final as (
    select
        period_end,
        population,
        geography_level,
        unit_code as organisation_code,
        min(unit_icb_code) as icb_code,
        min(unit_region_code) as region_code,
        sum(assessed_staff) as staff_assessed,
        sum(base_staff) as staff_in_scope,
        max(quoted_pct) as staff_assessed_pct,
        {{ status_of_sum('coalesce(cast(assessed_staff as double), quoted_pct)') }}
            as availability_status,
        bool_or(is_synthetic) as is_synthetic,
        published_on,
        file_id
    from counted
    group by period_end, population, geography_level, unit_code, published_on, file_id
    having bool_or(is_own)
)

select * from final
