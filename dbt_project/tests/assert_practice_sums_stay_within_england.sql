-- England holds estimates for practices without usable returns: within one release and month,
-- regions never add up to more doctors than England has.
{{ config(severity='warn') }}

with staff as (
    select * from {{ ref('int_general_practice_staff') }}
    where breakdown_type = 'all' and availability_status = 'observed'
),

sums as (
    select
        published_on,
        period_end,
        staff_line,
        sum(case when geography_level = 'england' then fte end) as england_fte,
        sum(case when geography_level = 'region' then fte end) as regions_fte
    from staff
    group by published_on, period_end, staff_line
),

final as (
    select * from sums
    where regions_fte > england_fte + 0.5
)

select * from final
