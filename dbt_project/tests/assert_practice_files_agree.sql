-- The two files of practices of one release: the long one's totals are the wide one's. A file of
-- another month in the same folder shows here.
{{ config(severity='warn') }}

with detailed as (
    select
        practices.published_on,
        practices.period_end,
        practices.practice_code,
        groups.staff_group,
        case groups.staff_group
            when 'gp' then practices.gp_fte
            when 'nurses' then practices.nurse_fte
            when 'direct patient care' then practices.direct_patient_care_fte
            else practices.admin_fte
        end as fte
    from {{ ref('stg_gp_workforce__practices') }} as practices
    cross join (
        select 'gp' as staff_group
        union all
        select 'nurses' as staff_group
        union all
        select 'direct patient care' as staff_group
        union all
        select 'admin/non-clinical' as staff_group
    ) as groups
),

high_level as (
    select * from {{ ref('stg_gp_workforce__practice_roles') }}
    where is_total and counted_as = 'fte'
),

final as (
    select
        high_level.file_id,
        high_level.practice_code,
        high_level.staff_group,
        high_level.staff_count as high_level_fte,
        detailed.fte as detailed_fte
    from high_level
    inner join detailed
        on
            high_level.published_on = detailed.published_on
            and high_level.period_end = detailed.period_end
            and high_level.practice_code = detailed.practice_code
            and lower(high_level.staff_group) = detailed.staff_group
    where
        abs(high_level.staff_count - detailed.fte) > 0.01
        or (high_level.staff_count is null) <> (detailed.fte is null)
)

select * from final
