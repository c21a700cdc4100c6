-- Apprenticeships of the health sector begun in whole academic years: subject areas of health added
-- up as printed, in all and by level, age or standard. A sum with a hidden part is hidden.
with starts as (
    select * from {{ ref('stg_apprenticeships__starts') }}
    where is_whole_year
),

health_subject_areas as (
    select * from {{ ref('health_subject_areas') }}
),

-- The publication prints a total for each of the three: a row counts in the breakdown that it is no
-- total of, and cells of two breakdowns at once in none.
cells as (
    select
        starts.*,
        starts.standard_name <> 'Total' as is_one_standard,
        starts.apprenticeship_level <> 'Total' as is_one_level,
        starts.age_group <> 'Total' as is_one_age
    from starts
    inner join health_subject_areas
        on lower(starts.subject_area) = health_subject_areas.subject_area_label
),

broken_down as (
    select
        *,
        case
            when is_one_standard then 'standard'
            when is_one_level then 'apprenticeship_level'
            when is_one_age then 'age_group'
            else 'all'
        end as breakdown_type,
        case
            when is_one_standard then standard_name
            when is_one_level then apprenticeship_level
            when is_one_age then age_group
            else 'all'
        end as breakdown_value
    from cells
    where
        (case when is_one_standard then 1 else 0 end)
        + (case when is_one_level then 1 else 0 end)
        + (case when is_one_age then 1 else 0 end) <= 1
        and (is_one_standard or standard_or_framework = 'Total')
),

final as (
    select
        period_start,
        period_end,
        geography_level,
        coalesce(region_code, {{ england() }}) as organisation_code,
        region_code,
        breakdown_type,
        breakdown_value,
        case when count(start_count) = count(*) then cast(sum(start_count) as bigint) end
            as start_count,
        count(*) > 1 as is_added_up,
        coalesce(
            max(case when start_count is null then availability_status end), 'observed'
        ) as availability_status,
        bool_or(is_synthetic) as is_synthetic,
        published_on,
        file_id
    from broken_down
    group by
        period_start, period_end, geography_level, region_code, breakdown_type, breakdown_value,
        published_on, file_id
)

select * from final
