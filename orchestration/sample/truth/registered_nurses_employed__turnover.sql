-- Row 13(ii): nurses, and staff by staff group, as the turnover files print them at the end of
-- their month. A group whose last members left in the month stands with nobody.
with groups as (
    select
        movements.month,
        movements.organisation_code,
        case staff_groups.mix_name
            when 'doctors' then 'HCHS doctors (excluding resident doctors and equivalents)'
            else staff_groups.staff_group
        end as staff_group,
        movements.closing_headcount as headcount,
        cast(movements.closing_headcount * least(0.998, movements.participation) as decimal(18, 5))
            as fte,
    from movements
    inner join staff_groups
        on movements.staff_group_id = staff_groups.staff_group_id
    where
        movements.opening_headcount + movements.closing_headcount
        + movements.joiners + movements.leavers > 0
), printed as (
    from groups
    union all
    select
        month,
        organisation_code,
        'all',
        -- A few people work in two staff groups and are counted once in the total.
        sum(headcount) - floor(sum(headcount) * 0.0006),
        sum(fte),
    from groups
    group by month, organisation_code
), units as (
    select
        printed.month,
        printed.staff_group,
        printed.headcount,
        printed.fte,
        unnest(['england', 'region', 'icb', 'organisation']) as geography_level,
        unnest([
            'E92000001', labels.region_code, labels.icb_code, printed.organisation_code
        ]) as organisation_code,
    from printed
    inner join organisation_months as labels
        on printed.organisation_code = labels.organisation_code
        and printed.month = labels.month
), summed as (
    select
        month,
        geography_level,
        organisation_code,
        staff_group,
        cast(sum(headcount) as double) as headcount,
        cast(sum(fte) as double) as fte,
    from units
    group by all
), measured as (
    select
        * exclude (headcount, fte),
        unnest(['staff_in_post_headcount', 'staff_in_post_fte']) as measure_id,
        unnest([headcount, fte]) as value,
    from summed
    union all by name
    select
        * exclude (staff_group, headcount, fte),
        'all' as staff_group,
        'nurses_fte_hchs' as measure_id,
        fte as value,
    from summed
    where staff_group = 'Nurses & health visitors'
)
select
    measure_id,
    'turnover_stock' as definition_id,
    month as period_start,
    last_day(month) as period_end,
    geography_level,
    organisation_code,
    if(staff_group = 'all', 'all', 'staff_group') as breakdown_type,
    staff_group as breakdown_value,
    value,
    'observed' as availability_status,
from measured
