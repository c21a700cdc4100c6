-- Who joined and who left trusts and boards each month, between one month end and the next.
create table stocks as
with sized as (
    select
        organisation_months.month,
        organisation_months.organisation_code,
        establishments.staff_group_id,
        establishments.organisation_code || '|' || establishments.staff_group_id as post_key,
        least(
            0.99,
            staff_groups.participation * (1 + 0.04 * bell(bits('hours|' || post_key)))
        ) as participation,
        organisation_months.fte * establishments.share
        -- Doctors in training rotate between employers and are left out of these files.
        * case when staff_groups.mix_name = 'doctors' then 0.52 else 1 end
        * (1 + 0.008 * (months.joiner_factor - 1)) as expected_fte,
    from organisation_months
    inner join months
        on organisation_months.month = months.month
    inner join establishments
        on organisation_months.organisation_code = establishments.organisation_code
    inner join staff_groups
        on establishments.staff_group_id = staff_groups.staff_group_id
    where
        months.month >= getvariable('turnover_from') - interval 1 month
        and (organisation_months.is_nhs_trust or organisation_months.kind = 'icb')
)
select
    * exclude (expected_fte),
    cast(floor(expected_fte / participation + even('person|' || post_key)) as bigint)
        as headcount,
from sized;

-- One row an organisation and staff group: the stock at both ends, and the flows that join them.
create table movements as
with ends as (
    select
        closing.month,
        closing.organisation_code,
        closing.staff_group_id,
        closing.participation,
        closing.post_key || '|' || closing.month as flow_key,
        closing.headcount as closing_headcount,
        -- A body that has just come out of a merger is shown with its staff at both ends.
        coalesce(opening.headcount, cast(floor(0.998 * closing.headcount) as bigint))
            as opening_headcount,
    from stocks as closing
    left join stocks as opening
        on closing.month = opening.month + interval 1 month
        and closing.staff_group_id = opening.staff_group_id
        and closing.organisation_code = opening.organisation_code
), likely as (
    select
        ends.*,
        whole(
            ends.opening_headcount * staff_groups.leaver_rate_pct / 100 * months.leaver_factor
            * organisations.leaver_factor,
            'leavers|' || ends.flow_key
        ) as drawn_leavers,
    from ends
    inner join staff_groups
        on ends.staff_group_id = staff_groups.staff_group_id
    inner join months
        on ends.month = months.month
    inner join organisations
        on ends.organisation_code = organisations.organisation_code
    where ends.month >= getvariable('turnover_from')
)
select
    *,
    greatest(0, closing_headcount - opening_headcount + drawn_leavers) as joiners,
    joiners - closing_headcount + opening_headcount as leavers,
from likely;
