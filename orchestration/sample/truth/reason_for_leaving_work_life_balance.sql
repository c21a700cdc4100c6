-- Row 7: each quarter as its release has it last (the newest has one release so far, its first),
-- and each twelve months that are whole.
with units as (
    select
        unnest(['england', 'region']) as geography_level,
        unnest(['E92000001', region_code]) as organisation_code,
        quarter_start,
        reason,
        if(
            quarter_start = max(quarter_start) over (), assignments_at_first, assignments
        ) as assignments,
    from leaving_assignments
), quarters as (
    select
        geography_level,
        organisation_code,
        quarter_start,
        sum(assignments) as everybody,
        sum(assignments) filter (reason = 'Voluntary Resignation - Work Life Balance') as balance,
        sum(assignments) filter (
            reason like 'Voluntary Resignation - %' and reason not like '%Not Known'
        ) as stated,
        sum(assignments) filter (
            reason in (
                'Unknown',
                'Not Set in Legacy at Migration',
                'Voluntary Resignation - Other/Not Known'
            )
        ) as unknown,
    from units
    group by all
), windows as (
    select
        geography_level,
        organisation_code,
        quarter_start as period_start,
        quarter_start + interval 3 month as after_period,
        columns('everybody|balance|stated|unknown'),
    from quarters
    union all
    select
        ending.geography_level,
        ending.organisation_code,
        min(members.quarter_start),
        ending.quarter_start + interval 3 month,
        sum(members.everybody),
        sum(members.balance),
        sum(members.stated),
        sum(members.unknown),
    from quarters as ending
    inner join quarters as members
        on ending.geography_level = members.geography_level
        and ending.organisation_code = members.organisation_code
        and members.quarter_start
            between ending.quarter_start - interval 9 month and ending.quarter_start
    group by ending.geography_level, ending.organisation_code, ending.quarter_start
    having count(*) = 4
)
select
    unnest([
        'leavers_reason_work_life_balance',
        'work_life_balance_share_of_all_reasons',
        'work_life_balance_share_of_stated_voluntary',
        'leaving_reason_unknown_share'
    ]) as measure_id,
    'esr_reasons' as definition_id,
    period_start,
    cast(after_period - interval 1 day as date) as period_end,
    geography_level,
    organisation_code,
    'all' as breakdown_type,
    'all' as breakdown_value,
    unnest([
        balance, 100 * balance / everybody, 100 * balance / stated, 100 * unknown / everybody
    ]) as value,
    'observed' as availability_status,
from windows
