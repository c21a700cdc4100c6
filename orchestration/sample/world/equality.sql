-- Staff by ethnic group, staff group and grade: the shape of 2022, carried back by the trends.
create table ethnic_headcounts as
with people as (
    select
        sizes.month,
        staff_groups.staff_group_id,
        grades.grade,
        grades.mix_name || '|' || grades.grade || '|' || sizes.month as cell_key,
        grades.headcount * sizes.level / latest.level
        * (1 + 0.03 * bell(bits(cell_key))) as headcount,
        grades.bme_pct / 100 * case
            when grades.grade in ('Very Senior Manager', 'Band 9', 'Band 8d')
                then senior_trends.level
            else trends.level
        end as bme_share,
    from grades
    inner join staff_groups
        on grades.mix_name = staff_groups.mix_name
    cross join trend_months as sizes
    inner join trend_months as latest
        on latest.series = 'workforce'
        and latest.month = date '2022-06-01'
    inner join trend_months as trends
        on sizes.month = trends.month
        and trends.series = 'bme'
    inner join trend_months as senior_trends
        on sizes.month = senior_trends.month
        and senior_trends.series = 'senior_bme'
    where
        sizes.series = 'workforce'
        and list_contains(getvariable('equality_months'), sizes.month)
)
select
    people.month,
    people.staff_group_id,
    people.grade,
    ethnic_groups.ethnicity,
    ethnic_groups.ethnicity_type,
    ethnic_groups.is_known,
    whole(
        people.headcount * case ethnic_groups.kind
            when 'white' then 1 - people.bme_share
            when 'bme' then people.bme_share * ethnic_groups.share
            else ethnic_groups.share
        end,
        'ethnic|' || people.cell_key || '|' || ethnic_groups.ethnicity
    ) as headcount,
from people
cross join ethnic_groups;

-- As the tables print them: a few people hold posts in two grades and are counted once in all.
create table ethnic_lines as
select
    month,
    staff_group_id,
    grade,
    ethnicity,
    ethnicity_type,
    is_known,
    headcount,
from ethnic_headcounts
union all
select
    month,
    staff_group_id,
    'All Grades',
    ethnicity,
    ethnicity_type,
    is_known,
    sum(headcount) - cast(floor(sum(headcount) * 0.0008) as bigint),
from ethnic_headcounts
group by month, staff_group_id, ethnicity, ethnicity_type, is_known;
