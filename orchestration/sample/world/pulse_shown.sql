-- What may be shown of the pulse: cells of every unit, those hidden that are small, or that would
-- give a small one away.
create table pulse_shown as
with latest as (
    select
        *,
        valid - positive < 5 or positive < 5 as is_small,
    from pulse_answers
    qualify release = max(release) over (partition by wave_number, organisation_code)
), participants as (
    select
        wave_number,
        item_id,
        region_code,
        organisation_code,
        any_value(valid) filter (where role = 'All roles') as answers,
        bool_or(is_small) filter (where role = 'All roles') as has_small_total,
        bool_or(is_small) as has_small_number,
    from latest
    where region_code is not null
    group by all
), hidden_totals as (
    select wave_number, item_id, region_code, organisation_code
    from participants
    where has_small_total
    union all
    -- The smallest of the others keeps a single one company.
    select
        wave_number,
        item_id,
        region_code,
        arg_min(organisation_code, row(answers, organisation_code))
            filter (where not has_small_total),
    from participants
    group by wave_number, item_id, region_code
    having count(*) filter (where has_small_total) = 1
), seeds as (
    select
        participants.*,
        participants.has_small_number or hidden_totals.organisation_code is not null as is_seed,
    from participants
    left join hidden_totals
        using (wave_number, item_id, region_code, organisation_code)
), hidden_roles as (
    select wave_number, item_id, region_code, organisation_code
    from seeds
    where is_seed
    union all
    select
        wave_number,
        item_id,
        region_code,
        arg_min(organisation_code, row(answers, organisation_code)) filter (where not is_seed),
    from seeds
    group by wave_number, item_id, region_code
    having count(*) filter (where is_seed) = 1
), hidden as (
    select *, true as is_total from hidden_totals
    union all
    select *, false from hidden_roles
), cells as (
    select
        latest.wave_number,
        latest.item_id,
        latest.role,
        latest.role = 'All roles' as is_total,
        unnest(['england', 'region', 'icb', 'organisation']) as geography_level,
        unnest([
            'E92000001', latest.region_code, latest.icb_code, latest.organisation_code
        ]) as unit_code,
        latest.valid,
        latest.positive,
        hidden.organisation_code is not null as is_hidden,
    from latest
    left join hidden
        on latest.wave_number = hidden.wave_number
        and latest.item_id = hidden.item_id
        and latest.organisation_code = hidden.organisation_code
        and (latest.role = 'All roles') = hidden.is_total
    where latest.region_code is not null
), sums as (
    select
        * exclude (valid, positive, is_hidden),
        sum(valid) as valid,
        sum(positive) as positive,
        count(*) filter (where is_hidden) as hidden_count,
    from cells
    group by all
), judged as (
    select
        *,
        max(hidden_count) over (
            partition by wave_number, item_id, is_total, geography_level, unit_code
        ) > 0 as hides_any,
        bool_or(hidden_count = 1) over (
            partition by wave_number, item_id, is_total, geography_level
        ) as hides_one,
    from sums
), shown as (
    select
        wave_number,
        item_id,
        role,
        geography_level,
        unit_code,
        valid,
        positive,
        if(geography_level in ('organisation', 'icb'), hides_any, hides_one) as is_hidden,
    from judged
    where
        geography_level <> 'england'
        or wave_number in (select wave_number from pulse_waves where not has_england)
    union all
    select wave_number, item_id, role, 'england', organisation_code, valid, positive, false
    from latest
    where region_code is null
)
select
    waves.first_day as period_start,
    waves.last_day as period_end,
    shown.item_id,
    shown.geography_level,
    shown.unit_code as organisation_code,
    if(shown.role = 'All roles', 'all', 'role') as breakdown_type,
    if(shown.role = 'All roles', 'all', shown.role) as breakdown_value,
    if(shown.is_hidden, null, 100 * shown.positive / nullif(shown.valid, 0)) as value,
    case
        when shown.is_hidden then 'suppressed_project'
        when shown.valid = 0 then 'not_applicable'
        else 'observed'
    end as availability_status,
from shown
inner join pulse_waves as waves
    using (wave_number);
