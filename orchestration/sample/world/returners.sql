-- Returners of the Bringing Back Staff programme, counted since it began, as they were returned.
create table returners as
with shared as (
    select
        region_code,
        region_name,
        0.5 + even('returners|' || region_code) as weight,
    from regions
    where region_code <> 'QZZ'
), placed as (
    select
        days.as_at,
        days.has_england,
        days.missing_region_code,
        shared.region_code,
        shared.region_name,
        professions.profession,
        professions.list_order,
        cast(floor(days.deployed * professions.share * shared.weight / total.weight) as bigint)
            as deployed,
        cast(floor(days.checked * professions.share * shared.weight / total.weight) as bigint)
            as checked,
    from returner_days as days
    cross join shared
    cross join returner_professions as professions
    cross join (select sum(exact(weight)) as weight from shared) as total
), counted as (
    select
        as_at,
        region_code,
        region_name,
        profession,
        list_order,
        deployed,
        -- Regions were asked for deployments first, for checks later.
        if(as_at > date '2020-04-13', checked, null) as checked,
    from placed
    where region_code is distinct from missing_region_code
    union all
    select
        as_at,
        'E92000001',
        'England',
        profession,
        list_order,
        -- Some worked in two regions and are one person in England.
        cast(floor(0.99 * sum(deployed)) as bigint),
        cast(floor(0.99 * sum(checked)) as bigint),
    from placed
    where has_england
    group by as_at, profession, list_order
), returned as (
    select
        *,
        1 as release,
    from counted
    union all
    -- The count of March 2021 for England came again, a few people more, with the last count.
    select
        * replace (deployed + 2 * list_order as deployed, checked + 2 * list_order as checked),
        2,
    from counted
    where as_at = date '2021-03-31' and region_code = 'E92000001'
)
select
    returned.as_at,
    returned.region_code,
    returned.region_name,
    returned.profession,
    returned.list_order,
    returned.deployed,
    returned.checked,
    returned.release,
from returned
inner join returner_days
    using (as_at)
where returner_days.has_professions
union all
select
    as_at,
    region_code,
    region_name,
    'All professions',
    0,
    sum(deployed),
    sum(checked),
    release,
from returned
group by as_at, region_code, region_name, release;
