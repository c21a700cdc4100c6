-- England as bulletins print it: every practice, those without usable returns by estimate.
create table bulletin_months as
select month
from months
where
    month in (
        date '2015-09-01', date '2016-09-01', date '2017-09-01', date '2018-09-01',
        date '2019-03-01', date '2019-06-01', date '2019-09-01', date '2019-12-01'
    )
    or (month between date '2020-03-01' and date '2021-06-30' and month(month) % 3 = 0)
    or month >= date '2021-07-01';

create table bulletins as
select
    published_on,
    max(month) as last_month,
from practice_files
group by published_on;

create table general_practice_series as
with roles as (
    select
        bulletin_months.month,
        posts.role_id,
        posts.staff_group,
        posts.detailed_role,
        sum(exact(
            -- A little above what practices return, as they pass over some of their staff.
            1.015 * posts.base_fte * role_level(month, level_2015, level_2019, level_2024)
        )) as fte,
        sum(exact(
            1.015 * posts.base_fte * role_level(month, level_2015, level_2019, level_2024)
            / posts.participation
        )) as headcount,
    from practice_posts as posts
    inner join bulletin_months
        on posts.opens_on <= bulletin_months.month
        and posts.closes_on > bulletin_months.month
    group by bulletin_months.month, posts.role_id, posts.staff_group, posts.detailed_role
), lines as (
    select *, 0 as line_order, '' as staff_role, from roles
    union all
    select *, 3, detailed_role, from roles
    union all
    select *, 1, 'Fully Qualified GPs (excludes GPs in Training Grade)',
    from roles
    where staff_group = 'GP' and detailed_role <> 'GPs in Training Grades'
    union all
    select *, 2, 'Fully Qualified GPs excluding locums',
    from roles
    where
        staff_group = 'GP'
        and detailed_role not in ('GPs in Training Grades', 'GP Regular Locums')
)
select
    bulletins.published_on,
    lines.month,
    lines.staff_group,
    lines.line_order,
    lines.staff_role,
    round(cast(sum(lines.fte) as double) * method_factor(bulletins.published_on), 2) as fte,
    ceil(cast(sum(lines.headcount) as double) * method_factor(bulletins.published_on))
        as headcount,
from lines
inner join bulletins
    on lines.month <= bulletins.last_month
group by
    bulletins.published_on,
    lines.month,
    lines.staff_group,
    lines.line_order,
    lines.staff_role;
