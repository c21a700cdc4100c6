-- Direct patient care staff of practices and networks together, in every release of the quarterly
-- update: the releases before May 2023 still counted leavers in the claims.
create table collated_patient_care as
with quarters as (
    select month
    from months
    where
        month = date '2019-03-01'
        or (month >= date '2022-03-01' and month(month) % 3 = 0)
), practice_roles_printed as (
    select
        month,
        staff_role,
        fte,
    from general_practice_series
    where
        staff_group = 'Direct Patient Care'
        and staff_role <> ''
        and published_on = (select max(published_on) from bulletins)
), roles as (
    select distinct staff_role from practice_roles_printed
    union
    select staff_role from network_roles
), expected as (
    select
        releases.published_on,
        quarters.month,
        roles.staff_role,
        coalesce(practices.fte, 0) as practice_fte,
        -- As many networks as there are practices for them.
        if(
            quarters.month < date '2019-07-01',
            0,
            getvariable('practices_per_pcn') / 5 * coalesce(
                networks.fte_2022 + (networks.fte_2024 - networks.fte_2022)
                * date_diff('month', date '2022-03-01', quarters.month) / 24.0,
                0
            )
        ) as network_fte,
        releases.claims_factor
        * (0.94 + 0.12 * even('claims|' || roles.staff_role || quarters.month)) as claimed_share,
        quarters.month >= date '2019-07-01' and networks.staff_role is not null as is_claimed,
    from collated_releases as releases
    inner join quarters
        on quarters.month <= releases.last_month
    cross join roles
    left join practice_roles_printed as practices
        on quarters.month = practices.month
        and roles.staff_role = practices.staff_role
    left join network_roles as networks
        on roles.staff_role = networks.staff_role
), counted as (
    select
        published_on,
        month,
        staff_role,
        is_claimed,
        round(practice_fte, 2) as practices,
        round(network_fte, 2) as networks,
        round(network_fte * claimed_share, 2) as claims,
    from expected
), sources as (
    select *, 'practices' as staff_source, practices as fte, from counted
    union all
    select *, 'networks', networks, from counted
    union all
    select *, 'claims', claims, from counted where is_claimed
    union all
    -- Networks that claim for more than they return are believed.
    select *, 'collated', practices + greatest(networks, if(is_claimed, claims, 0)), from counted
)
select
    published_on,
    month,
    staff_source,
    coalesce(staff_role, 'Total') as staff_role,
    round(cast(sum(exact(fte)) as double), 2) as fte,
from sources
group by grouping sets (
    (published_on, month, staff_source, staff_role),
    (published_on, month, staff_source)
);
