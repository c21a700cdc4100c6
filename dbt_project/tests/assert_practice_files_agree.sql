-- The two files of practices of one release: the long one's totals are the wide one's. A file of
-- another month in the same folder shows here.
{{ config(severity='warn') }}
{%- set totals = {
    'gp': 'gp_fte',
    'nurses': 'nurse_fte',
    'direct patient care': 'direct_patient_care_fte',
    'admin/non-clinical': 'admin_fte',
} %}

with practices as (
    select * from {{ ref('stg_gp_workforce__practices') }}
),

high_level as (
    select * from {{ ref('stg_gp_workforce__practice_roles') }}
    where is_total and counted_as = 'fte'
),

detailed as (
    {%- for staff_group, fte in totals.items() %}
    select
        published_on,
        period_end,
        practice_code,
        '{{ staff_group }}' as staff_group,
        {{ fte }} as fte
    from practices
    {{ 'union all' if not loop.last }}
    {%- endfor %}
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
