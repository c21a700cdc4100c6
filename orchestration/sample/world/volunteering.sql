-- Volunteers as trusts returned them, by quarter and role; some trusts send one quarter again.
create table volunteering as
with rounds as (
    from (values
        (date '2023-01-01', '2022/23', 'Q4', date '2023-05-25', 0.93, 1.0),
        (date '2023-04-01', '2023/24', 'Q1', date '2023-08-24', 0.96, 1.0),
        (date '2023-07-01', '2023/24', 'Q2', date '2023-11-23', 0.95, 1.0),
        (date '2023-10-01', '2023/24', 'Q3', date '2024-02-22', 1.00, 1.0),
        (date '2024-01-01', '2023/24', 'Q4', date '2024-05-23', 1.02, 1.0),
        -- Some trusts had counted those who are only registered.
        (date '2023-07-01', '2023/24', 'Q2', date '2024-06-20', 0.80, 0.07),
        (date '2024-04-01', '2024/25', 'Q1', date '2024-08-22', 1.04, 1.0)
    ) as rounds (quarter_start, financial_year, quarter, sent_on, level, share_sending)
), trusts as (
    select
        rounds.*,
        returning_trusts.organisation_code,
        returning_trusts.organisation_name,
        returning_trusts.region_code,
        returning_trusts.icb_code,
        case cluster_group
            when 'Acute' then 'Acute'
            when 'Ambulance' then 'Ambulance'
            when 'Mental Health' then 'Mental health'
            when 'Community Provider Trust' then 'Community'
            else 'Other'
        end as organisation_type,
        returning_trusts.fte * 0.06 * level
        * exp(0.5 * bell(bits('keen|' || returning_trusts.organisation_code))) as likely,
        even('divides|' || returning_trusts.organisation_code) < 0.8 as has_roles,
        even('hides|' || returning_trusts.organisation_code) < 0.15 as hides_few,
    from rounds
    inner join returning_trusts
        on returning_trusts.month = rounds.quarter_start
    where
        even('sends|' || sent_on || returning_trusts.organisation_code)
        < least(share_sending, 0.97)
), roles as (
    from (values
        ('Ward and clinic support', 0.34, 9.5),
        ('Befriending and companionship', 0.17, 7.25),
        ('Wayfinding and reception', 0.25, 12.5),
        ('Transport and delivery', 0.04, 10),
        ('Administration', 0.03, 14.75),
        ('Other', 0.33, 8)
    ) as roles (volunteer_role, share, hours_each)
), counted as (
    select
        trusts.*,
        roles.volunteer_role,
        whole(
            likely * share, concat_ws('|', 'active', sent_on, organisation_code, volunteer_role)
        ) as volunteers_active,
        cast(volunteers_active * hours_each as decimal(18, 2)) as volunteer_hours,
    from trusts
    cross join roles
), totals as (
    select
        * exclude (volunteer_role, volunteers_active, volunteer_hours),
        'All roles' as volunteer_role,
        -- One in seven gives time in two roles and is one person.
        greatest(
            max(volunteers_active),
            cast(ceil(sum(volunteers_active) * 0.86) as bigint)
        ) as volunteers_active,
        sum(volunteer_hours) as volunteer_hours,
    from counted
    group by all
), lines as (
    from totals
    union all by name
    select * from counted
    where has_roles
)
select
    *,
    hides_few and volunteer_role <> 'All roles' and volunteers_active between 1 and 4 as is_hidden,
    not is_hidden and even('hours|' || sent_on || organisation_code) < 0.02 as lacks_hours,
from lines;
