-- Very senior managers by ethnic group, as many BME and as many of known ethnicity as were counted,
-- among staff of other grades that are invented.
create view ethnic_lines as
with days as (
    select
        period_end,
        numerator as bme,
        denominator - numerator as white,
    from known
    where
        publication_id = 'workforce_equality'
        and published_on = getvariable('published_on')
), groups as (
    select
        *,
        sum(share) over running as share_to,
        sum(share) over running - share as share_from,
    from ethnic_groups
    window running as (partition by kind order by ethnicity)
), very_senior as (
    select
        days.period_end,
        9 as staff_group_id,
        'Very Senior Manager' as grade,
        groups.ethnicity,
        groups.ethnicity_type,
        groups.is_known,
        case groups.kind
            when 'bme' then part_of(days.bme, share_from, if(share_to > 0.9999, 1, share_to))
            when 'white' then days.white
            else 100
        end as headcount,
    from days
    cross join groups
), others as (
    select
        days.period_end,
        staff_groups.staff_group_id,
        unnest([
            'Band 2', 'Band 3', 'Band 4', 'Band 5', 'Band 6', 'Band 7', 'Band 8a', 'Band 8b', 'Band 9'
        ]) as grade,
        ethnic_groups.ethnicity,
        ethnic_groups.ethnicity_type,
        ethnic_groups.is_known,
        500 as headcount,
    from days
    cross join staff_groups
    cross join ethnic_groups
), graded as (
    select * from very_senior
    union all
    select * from others
)
select
    cast(date_trunc('month', period_end) as date) as month,
    staff_group_id,
    coalesce(grade, 'All Grades') as grade,
    ethnicity,
    ethnicity_type,
    is_known,
    sum(headcount) as headcount,
from graded
group by grouping sets (
    (period_end, staff_group_id, grade, ethnicity, ethnicity_type, is_known),
    (period_end, staff_group_id, ethnicity, ethnicity_type, is_known)
);
