-- Row 13(ii): staff of England by staff group, as the tables by ethnicity print them over all
-- grades: a few people hold posts in two grades and are counted once.
with printed as (
    select
        people.month,
        staff_groups.staff_group,
        sum(people.headcount) - floor(sum(people.headcount) * 0.0008) as headcount,
    from ethnic_headcounts as people
    inner join staff_groups
        on people.staff_group_id = staff_groups.staff_group_id
    group by people.month, staff_groups.staff_group, people.ethnicity
)
select
    'staff_in_post_headcount' as measure_id,
    'ethnicity_tables' as definition_id,
    month as period_start,
    last_day(month) as period_end,
    'england' as geography_level,
    'E92000001' as organisation_code,
    if(staff_group is null, 'all', 'staff_group') as breakdown_type,
    coalesce(staff_group, 'all') as breakdown_value,
    cast(sum(headcount) as double) as value,
    'observed' as availability_status,
from printed
where headcount > 0
group by grouping sets ((month, staff_group), (month))
