-- Row 17: practices and networks together as released last, practices and networks by themselves,
-- and claims. Networks began after March 2019.
with network_returns as (
    select
        posts.*,
        areas.region_code,
        posts.staff_group = 'Other Direct Patient Care staff' as is_patient_care,
        -- As many decimals as the file prints.
        cast(round(posts.fte, if(posts.fte >= 10, 8, 9)) as decimal(18, 8)) as printed_fte,
    from network_posts as posts
    inner join areas
        on posts.icb_code = areas.icb_code
), network_stocks as (
    select
        month,
        unit.geography_level,
        unit.organisation_code,
        line.breakdown_type,
        line.breakdown_value,
        cast(sum(if(is_patient_care, printed_fte, 0)) as double) as fte,
    from network_returns
    cross join lateral (
        values
            ('england', 'E92000001'),
            ('region', region_code),
            ('icb', icb_code),
            ('sub_icb', locality_code),
            ('pcn', pcn_code)
    ) as unit (geography_level, organisation_code)
    cross join lateral (
        values ('all', 'all'), ('staff_role', if(is_patient_care, staff_role, null))
    ) as line (breakdown_type, breakdown_value)
    where line.breakdown_value is not null
    group by all
), practice_returns as (
    select
        practices.*,
        areas.region_code,
        staff.detailed_role,
        coalesce(staff.fte, 0) as fte,
    from practice_months as practices
    inner join areas
        on practices.icb_code = areas.icb_code
    left join practice_staff as staff
        on practices.practice_code = staff.practice_code
        and practices.month = staff.month
        and staff.staff_group = 'Direct Patient Care'
    -- The file of March 2021 was made by an older method, which has no baseline.
    where practices.month >= date '2019-03-01' and practices.month <> date '2021-03-01'
), practice_units as (
    select
        returns.*,
        unit.geography_level,
        unit.organisation_code,
    from practice_returns as returns
    cross join lateral (
        values
            ('region', region_code),
            ('icb', icb_code),
            ('sub_icb', locality_code),
            ('pcn', pcn_code),
            ('practice', practice_code)
    ) as unit (geography_level, organisation_code)
    where unit.organisation_code is not null
), practice_stocks as (
    select
        month,
        geography_level,
        organisation_code,
        'all' as breakdown_type,
        'all' as breakdown_value,
        cast(sum(fte) filter (has_dpc) as double) as fte,
    from practice_units
    group by month, geography_level, organisation_code
    union all
    -- Only files that state their month print roles under one name each.
    select
        units.month,
        units.geography_level,
        units.organisation_code,
        'staff_role',
        roles.detailed_role,
        cast(coalesce(
            sum(units.fte) filter (units.detailed_role = roles.detailed_role), 0
        ) as double),
    from practice_units as units
    inner join practice_files as files
        on units.month = files.month
        and files.era = 'dated'
    cross join practice_roles as roles
    where
        units.has_dpc
        and units.geography_level in ('region', 'icb')
        and roles.staff_group = 'Direct Patient Care'
        and roles.detailed_role <> 'Other Direct Patient Care'
    group by units.month, units.geography_level, units.organisation_code, roles.detailed_role
    union all
    select
        month,
        'england',
        'E92000001',
        if(line_order = 0, 'all', 'staff_role'),
        if(line_order = 0, 'all', staff_role),
        fte,
    from general_practice_series
    where
        staff_group = 'Direct Patient Care'
        and month >= date '2019-03-01'
        and published_on = (select max(published_on) from bulletins)
), collated as (
    select
        month,
        staff_source,
        line.breakdown_type,
        line.breakdown_value,
        cast(sum(exact(fte)) as double) as fte,
    from collated_patient_care
    cross join lateral (
        values
            (
                if(staff_role = 'Total', 'all', 'staff_role'),
                if(staff_role = 'Total', 'all', staff_role),
                staff_source in ('collated', 'claims')
            ),
            (
                'role_type',
                if(
                    staff_role <> 'Other Direct Patient Care'
                    and staff_role in (select staff_role from network_roles),
                    'Additional roles',
                    'Other roles'
                ),
                staff_source = 'collated' and staff_role <> 'Total'
            ),
            (
                'setting',
                if(staff_source = 'practices', 'General practice', 'Primary care network'),
                staff_source in ('practices', 'networks') and staff_role = 'Total'
            )
    ) as line (breakdown_type, breakdown_value, is_printed)
    where
        line.is_printed
        and published_on = (select max(published_on) from collated_releases)
    group by all
), changes as (
    select
        'pcn_returns' as definition_id,
        *,
        0 as baseline_fte,
        true as has_baseline,
    from network_stocks
    union all by name
    select
        'practice_returns' as definition_id,
        now.*,
        before.fte as baseline_fte,
        before.month is not null as has_baseline,
    from practice_stocks as now
    left join practice_stocks as before
        on before.month = date '2019-03-01'
        and now.geography_level = before.geography_level
        and now.organisation_code = before.organisation_code
        and now.breakdown_type = before.breakdown_type
        and now.breakdown_value = before.breakdown_value
    union all by name
    select
        if(now.staff_source = 'claims', 'additional_roles_claims', 'combined') as definition_id,
        now.* exclude (staff_source),
        'england' as geography_level,
        'E92000001' as organisation_code,
        if(now.staff_source in ('networks', 'claims'), 0, before.fte) as baseline_fte,
        true as has_baseline,
    from collated as now
    left join collated as before
        on before.month = date '2019-03-01'
        and now.staff_source = before.staff_source
        and now.breakdown_type = before.breakdown_type
        and now.breakdown_value = before.breakdown_value
), cells as (
    select
        'dpc_fte_change_from_mar2019' as measure_id,
        definition_id,
        month,
        geography_level,
        organisation_code,
        breakdown_type,
        breakdown_value,
        fte - baseline_fte as value,
        case
            when fte is null then 'not_collected'
            when not has_baseline then 'not_applicable'
            when baseline_fte is null then 'not_collected'
            else 'observed'
        end as availability_status,
    from changes
    union all
    select
        'pcn_direct_patient_care_fte',
        'pcn_returns',
        month,
        geography_level,
        organisation_code,
        breakdown_type,
        breakdown_value,
        fte,
        'observed',
    from network_stocks
)
select
    * exclude (month, value, availability_status),
    month as period_start,
    last_day(month) as period_end,
    value,
    availability_status,
from cells
