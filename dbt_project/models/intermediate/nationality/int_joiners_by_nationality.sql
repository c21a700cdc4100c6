-- Joiners to active service by nationality, UK, other or unknown, for England and its regions by
-- staff group. A count with a hidden part is hidden. Nationality is what people say of themselves.
with joiners as (
    select * from {{ ref('stg_workforce_turnover_nationality__joiners') }}
),

scoped as (
    select
        joiners.period_start,
        joiners.period_end,
        case when joiners.is_england then 'england' else 'region' end as geography_level,
        coalesce(region_labels.region_code, joiners.region_name) as organisation_code,
        case
            when joiners.is_total then 'all'
            else coalesce(staff_groups.staff_group_name, joiners.staff_group)
        end as staff_group_name,
        case
            when joiners.is_all_nationalities then 'all'
            else coalesce(nationality_groups.nationality_group, 'non_uk')
        end as nationality_scope,
        joiners.nationality_group,
        joiners.headcount,
        joiners.availability_status,
        joiners.is_synthetic,
        joiners.published_on,
        joiners.file_id
    from joiners
    left join {{ ref('region_labels') }} as region_labels
        on lower(joiners.region_name) = region_labels.region_label
    left join {{ ref('staff_groups') }} as staff_groups
        on lower(joiners.staff_group) = staff_groups.staff_group_label
    left join {{ ref('nationality_groups') }} as nationality_groups
        on lower(joiners.nationality_group) = nationality_groups.nationality_label
),

-- Every nationality outside the United Kingdom for itself, and each of the scopes as a whole.
cells as (
    select
        *,
        'all' as nationality
    from scoped

    union all

    select
        *,
        nationality_group as nationality
    from scoped
    where nationality_scope = 'non_uk'
),

final as (
    select
        period_start,
        period_end,
        geography_level,
        organisation_code,
        case when geography_level = 'region' then organisation_code end as region_code,
        staff_group_name,
        nationality_scope,
        nationality as nationality_group,
        case when count(headcount) = count(*) then cast(sum(headcount) as bigint) end as joiners,
        coalesce(
            max(case when headcount is null then availability_status end), 'observed'
        ) as availability_status,
        bool_or(is_synthetic) as is_synthetic,
        published_on,
        file_id
    from cells
    group by
        period_start, period_end, geography_level, organisation_code, staff_group_name,
        nationality_scope, nationality, published_on, file_id
)

select * from final
