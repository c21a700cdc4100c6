-- General practices: where they are, and what they would employ in March 2019, role by role.
create table practices as
with members as (
    select
        networks.*,
        unnest(range(
            1, whole(getvariable('practices_per_pcn'), 'practices|' || networks.pcn_code) + 1
        )) as member_rank,
    from networks
), numbered as (
    select
        *,
        row_number() over (order by even('practice|' || pcn_code || member_rank)) as place,
    from members
)
select
    -- Letters as the published codes have them, followed by numbers that these do not use.
    substr('ABCDEFGHJKLMNPY', cast((place - 1) % 15 + 1 as integer), 1)
    || cast(10000 + place as varchar) as practice_code,
    'SYNTHETIC SURGERY ' || lpad(cast(place as varchar), 4, '0') as practice_name,
    -- A few practices are in no network.
    case when even('alone|' || place) >= 0.02 then pcn_code end as pcn_code,
    case when even('alone|' || place) >= 0.02 then pcn_name end as pcn_name,
    locality_code,
    icb_code,
    0.4 + 1.2 * even('list|' || place) as size,
    -- One in twenty opened within the series, one in twenty-five closed.
    case
        when even('opened|' || place) < 0.05
            then date '2016-01-01'
                + cast(floor(96 * even('opens|' || place)) as integer) * interval 1 month
        else date '1948-07-05'
    end as opens_on,
    case
        when even('closed|' || place) < 0.04
            then date '2020-01-01'
                + cast(floor(48 * even('closes|' || place)) as integer) * interval 1 month
        else date '9999-12-31'
    end as closes_on,
from numbered;

create table practice_posts as
select
    practices.practice_code,
    practices.size,
    practices.opens_on,
    practices.closes_on,
    roles.* exclude (mean_fte, prevalence),
    practices.practice_code || '|' || roles.role_id as post_key,
    roles.mean_fte * practices.size * (0.5 + even('hours|' || post_key)) as base_fte,
    0.62 + 0.3 * even('weekly|' || post_key) as participation,
from practices
cross join practice_roles as roles
where even('holds|' || practices.practice_code || '|' || roles.role_id) < roles.prevalence;

-- How many a role has, set against March 2019: straight lines to 2015 and to the last month.
create macro role_level(month, level_2015, level_2019, level_2024) as
    case
        when month < date '2019-03-01'
            then level_2015 + (level_2019 - level_2015)
                * date_diff('month', date '2015-09-01', month) / 42.0
        else level_2019 + (level_2024 - level_2019)
            * date_diff('month', date '2019-03-01', month) / 64.0
    end;

-- The method before August 2021 counted a little more.
create macro method_factor(published_on) as
    if(published_on < date '2021-08-01', 1.0013, 1.0);
