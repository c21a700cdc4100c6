-- Staff by nationality of each trust and commissioning group, in full-time equivalents.
create table organisation_nationalities as
with employers as (
    select
        staff_months.month,
        staff_months.organisation_code,
        staff_months.staff_group_id,
        cast(staff_months.fte as decimal(18, 5)) as group_fte,
        regions.non_uk_factor * trends.level as foreign_factor,
        staff_months.organisation_code || '|' || staff_months.staff_group_id as employer_key,
    from staff_months
    inner join organisations
        on staff_months.organisation_code = organisations.organisation_code
    inner join regions
        on organisations.region_code = regions.region_code
    inner join trend_months as trends
        on staff_months.month = trends.month
        and trends.series = 'non_uk'
    where
        staff_months.month in (date '2017-09-01', date '2018-06-01')
        and organisations.kind in ('trust', 'care_trust', 'commissioning_group')
), expected as (
    select
        employers.*,
        shares.nationality,
        bits(employers.employer_key || '|' || shares.nationality) as drawn,
        least(getvariable('smallest_nationality_fte'), 1 + employers.group_fte / 60)
            as smallest_fte,
        employers.group_fte * shares.share * (1 + 0.3 * bell(drawn))
        * case when shares.is_foreign then employers.foreign_factor else 1 end as fte,
    from employers
    inner join nationality_shares as shares
        on employers.staff_group_id = shares.staff_group_id
    where shares.nationality <> 'British'
), found as (
    select
        * exclude (drawn, fte, smallest_fte),
        -- Of the very many cells of one or two people a few are kept, and stand for all of them.
        cast(
            case
                when fte >= smallest_fte then fte
                else smallest_fte * (0.4 + 1.2 * (drawn % 997) / 997)
            end
            as decimal(18, 5)
        ) as fte,
    from expected
    where fte / smallest_fte > (drawn % 9973) / 9973
)
select
    month,
    organisation_code,
    staff_group_id,
    nationality,
    fte,
from found
where fte < group_fte * 0.25
union all
-- Everybody else is British, so that the nationalities add up to the staff group.
select
    employers.month,
    employers.organisation_code,
    employers.staff_group_id,
    'British' as nationality,
    employers.group_fte - coalesce(sum(found.fte), 0) as fte,
from employers
left join found
    on employers.month = found.month
    and employers.organisation_code = found.organisation_code
    and employers.staff_group_id = found.staff_group_id
    and found.fte < employers.group_fte * 0.25
group by
    employers.month,
    employers.organisation_code,
    employers.staff_group_id,
    employers.group_fte
having fte > 0;
