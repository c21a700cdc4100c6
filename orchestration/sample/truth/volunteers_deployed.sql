-- Row 19: volunteers active in a quarter, and hours of quarters and of twelve months, of the newest
-- return of each row. A year needs four quarters, and a value the hours of each.
with newest as (
    select *
    from volunteering
    qualify row_number() over (
        partition by quarter_start, organisation_code, volunteer_role order by sent_on desc
    ) = 1
), shown as (
    select
        quarter_start,
        region_code,
        icb_code,
        organisation_code,
        unnest(
            if(volunteer_role = 'All roles', ['all', 'organisation_type'], ['volunteer_role'])
        ) as breakdown_type,
        unnest(
            if(volunteer_role = 'All roles', ['all', organisation_type], [volunteer_role])
        ) as breakdown_value,
        if(is_hidden, null, volunteers_active) as active,
        if(is_hidden, 0, volunteers_active) as fewest,
        if(is_hidden or lacks_hours, null, volunteer_hours) as hours,
        case when is_hidden then 'suppressed_source' when lacks_hours then 'not_collected' end
            as hours_gap,
    from newest
), cells as (
    select
        quarter_start,
        geography_level,
        unit_code,
        breakdown_type,
        breakdown_value,
        sum(active) as active,
        min(fewest) as fewest,
        sum(hours) as hours,
        max(hours_gap) as hours_gap,
    from in_units('shown')
    where geography_level <> 'organisation' or breakdown_type <> 'organisation_type'
    group by all
), years as (
    select
        windows.quarter_start - interval 9 month as period_start,
        windows.quarter_start,
        cells.* exclude (quarter_start, active, fewest, hours, hours_gap),
        min(cells.fewest) as fewest,
        if(count(cells.hours) = 4, sum(cells.hours), null) as hours,
        max(cells.hours_gap) as gap,
    from (select distinct quarter_start from cells) as windows
    inner join cells
        on cells.quarter_start
            between windows.quarter_start - interval 9 month and windows.quarter_start
    group by all
    having count(*) = 4
), figures as (
    select
        'volunteers_active' as measure_id,
        quarter_start as period_start,
        quarter_start,
        geography_level,
        unit_code,
        breakdown_type,
        breakdown_value,
        fewest,
        cast(active as double) as figure,
        'suppressed_source' as gap,
    from cells
    union all by name
    select * exclude (active, hours, hours_gap), 'volunteer_hours' as measure_id,
        quarter_start as period_start, hours as figure, hours_gap as gap,
    from cells
    union all by name
    select * exclude (hours), 'volunteer_hours' as measure_id, hours as figure,
    from years
)
select
    measure_id,
    'active_in_period' as definition_id,
    cast(period_start as date) as period_start,
    last_day(quarter_start + interval 2 month) as period_end,
    geography_level,
    unit_code as organisation_code,
    breakdown_type,
    breakdown_value,
    case
        when figure is null then gap
        when geography_level = 'organisation' and fewest < 5 then 'suppressed_project'
        else 'observed'
    end as availability_status,
    if(availability_status = 'observed', figure, null) as value,
from figures
