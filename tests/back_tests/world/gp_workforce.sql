-- Fully qualified doctors of general practice, in each release the days that figures are of. Of a
-- change between two days that were not printed themselves, the first is invented.
create table general_practice_levels as
with levels as (
    select
        published_on,
        period_end as counted_on,
        printed as fte,
    from known
    where measure_id = 'gp_fte_fully_qualified'
), changes as (
    select
        published_on,
        if(period_start = last_day(period_start), period_start, period_start - 1) as begins_on,
        period_end as ends_on,
        printed as change,
    from known
    where series_id = 'gp_fte_change'
), terms as (
    select
        changes.*,
        coalesce(ending.fte - changes.change, 29000) as begins_with,
    from changes
    left join levels as ending
        on changes.published_on = ending.published_on
        and changes.ends_on = ending.counted_on
)
select * from levels
union
select published_on, begins_on, begins_with from terms
union
select published_on, ends_on, begins_with + change from terms;

create table general_practice_series as
with groups as (
    select
        unnest(['Nurses', 'Direct Patient Care', 'Admin/Non-Clinical']) as staff_group,
        unnest([16000, 14000, 68000]) as fte,
), lines as (
    select
        published_on,
        counted_on,
        'GP' as staff_group,
        unnest([0, 1, 2, 3]) as line_order,
        unnest([
            '',
            'Fully Qualified GPs (excludes GPs in Training Grade)',
            'Fully Qualified GPs excluding locums',
            'GPs in Training Grades'
        ]) as staff_role,
        unnest([fte + 6000, fte, fte - 1000, 6000]) as fte,
    from general_practice_levels
    union all
    select
        levels.published_on,
        levels.counted_on,
        groups.staff_group,
        0,
        '',
        groups.fte,
    from general_practice_levels as levels
    cross join groups
)
select
    published_on,
    cast(date_trunc('month', counted_on) as date) as month,
    staff_group,
    line_order,
    staff_role,
    fte,
    ceil(1.3 * fte) as headcount,
from lines;
