-- Additional clinical placements in every reporting unit, as known when each return came, in all,
-- by profession and by setting. A capacity is summed only where every placement in it has one.
with returned as (
    select * from {{ ref('stg_hee_cpep__placements') }}
),

known as (
    {{ as_known_when_received(
        'returned',
        period=['period_start', 'period_end'],
        row_key=['region_code', 'organisation_code', 'profession', 'placement_setting'],
        columns=['baseline_year', 'additional_placements', 'placement_capacity']
    ) }}
),

organisations as (
    select * from {{ ref('int_organisations_known') }}
),

breakdowns as (
    select kinds.breakdown_type
    from (values ('all'), ('profession'), ('placement_setting')) as kinds (breakdown_type)
),

placed as (
    select
        known.period_start,
        known.period_end,
        known.organisation_code,
        organisations.icb_code,
        coalesce(organisations.region_code, known.region_code) as region_code,
        breakdowns.breakdown_type,
        case breakdowns.breakdown_type
            when 'all' then 'all'
            when 'profession' then known.profession
            else known.placement_setting
        end as breakdown_value,
        known.baseline_year,
        known.additional_placements,
        known.placement_capacity,
        known.availability_status,
        known.is_own,
        known.is_synthetic,
        known.published_on,
        known.file_id
    from known
    cross join breakdowns
    left join organisations
        on {{ is_organisation_as_known('known', 'published_on') }}
),

cells as (
    {{ in_every_reporting_unit('placed', ['england', 'region', 'icb', 'organisation']) }}
),

final as (
    select
        period_start, period_end, geography_level,
        unit_code as organisation_code,
        min(unit_icb_code) as icb_code,
        min(unit_region_code) as region_code,
        breakdown_type, breakdown_value,
        count(distinct case when additional_placements is not null then baseline_year end)
            as baseline_count,
        sum(additional_placements) as additional_placements,
        case
            when count(additional_placements + placement_capacity) = count(additional_placements)
                then sum(case when additional_placements is not null then placement_capacity end)
        end as placement_capacity,
        {{ status_of_sum('additional_placements') }} as availability_status,
        bool_or(is_synthetic) as is_synthetic,
        published_on, file_id
    from cells
    group by
        period_start, period_end, geography_level, unit_code, breakdown_type, breakdown_value,
        published_on, file_id
    having bool_or(is_own)
)

select * from final
