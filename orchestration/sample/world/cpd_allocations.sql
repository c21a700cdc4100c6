-- Money for professional development as employers and regions returned it: what was promised for a
-- year, what had been passed on by a day, one region again.
create table cpd_allocations as
with rounds as (
    from (values
        (date '2020-04-01', date '2020-12-31', date '2021-01-28', 150e6, 0.55, null),
        (date '2020-04-01', date '2021-03-31', date '2021-04-29', 150e6, 0.92, null),
        -- One region finds that it had passed on more.
        (date '2020-04-01', date '2021-03-31', date '2021-06-24', 150e6, 0.96, 'Y60'),
        (date '2021-04-01', date '2021-12-31', date '2022-01-27', 153e6, 0.61, null),
        (date '2021-04-01', date '2022-03-31', date '2022-04-28', 153e6, 0.95, null)
    ) as rounds (year_start, as_at, sent_on, england_gbp, share_released, sending_region)
), professions as (
    from (values
        ('Nursing', 0.64), ('Midwifery', 0.07), ('Allied health professions', 0.25)
    ) as professions (profession, share)
), employers as (
    select
        month,
        organisation_code,
        organisation_name,
        region_code,
        icb_code,
        -- Reference data do not know the provider, so that it says its region itself.
        if(region_code is null, 'Y62', null) as stated_region_code,
        fte / sum(exact(fte)) over (partition by month) as share,
    from returning_trusts
), allocated as (
    select
        rounds.*,
        stated_region_code,
        organisation_code,
        organisation_name,
        coalesce(region_code, stated_region_code) as region_code,
        icb_code,
        profession,
        england_gbp * employers.share * professions.share as likely_gbp,
    from rounds
    cross join professions
    inner join employers
        on employers.month = date_trunc('month', rounds.as_at)
    union all
    -- Regions hold the rest themselves.
    select
        rounds.*,
        region_code,
        null,
        null,
        region_code,
        null,
        'Not divided',
        england_gbp * 0.04 / 7,
    from rounds
    cross join regions
    where region_code <> 'QZZ'
), counted as (
    select
        *,
        concat_ws('|', year_start, region_code, organisation_code, profession) as what,
        cast(floor(likely_gbp) as decimal(18, 2)) as committed_gbp,
    from allocated
    where sending_region is null or sending_region = region_code
)
select
    *,
    -- A few employers do not say what they passed on.
    organisation_code is not null and even('silent|' || as_at || what) < 0.01 as is_silent,
    cast(
        floor(
            100 * committed_gbp
            * greatest(0, least(1, share_released + 0.05 * bell(bits('pace|' || what))))
        ) / 100 as decimal(18, 2)
    ) as released_gbp,
from counted;
