-- COVID-19 risk assessments as trusts returned them: three populations, three days, one day again.
create table risk_assessments as
with rounds as (
    from (values
        (date '2020-07-31', date '2020-09-28', 0.79, 1.0),
        (date '2020-09-30', date '2020-10-22', 0.87, 1.0),
        -- Some trusts count again.
        (date '2020-09-30', date '2020-11-19', 0.90, 0.12),
        (date '2020-12-31', date '2021-01-28', 0.94, 1.0)
    ) as rounds (assessed_on, sent_on, rate, share_sending)
), populations as (
    from (values ('all_staff', 1.0), ('known_at_risk', 0.24), ('known_bame', 0.19))
        as populations (population, share)
), scoped as (
    select
        rounds.*,
        populations.population,
        trusts.organisation_code,
        trusts.organisation_name,
        trusts.region_code,
        trusts.icb_code,
        trusts.organisation_code || '|' || populations.population as who,
        cast(round(
            trusts.fte * 1.14 * populations.share
            * if(
                populations.population = 'known_bame',
                0.2 + 1.6 * even('bame|' || trusts.organisation_code),
                1
            )
        ) as bigint) as staff_in_scope,
    from rounds
    cross join populations
    inner join returning_trusts as trusts
        on trusts.month = date_trunc('month', rounds.assessed_on)
    where even('sends|' || rounds.sent_on || trusts.organisation_code) < rounds.share_sending
), counted as (
    select
        *,
        even('gap|' || sent_on || who) as gap,
        least(1, rate + 0.06 * bell(bits('rate|' || assessed_on || who)) * (1.02 - rate) * 4)
            as share_assessed,
    from scoped
)
select
    *,
    -- Bank and locum staff in the numerator only.
    gap between 0.95 and 0.97 as is_over,
    gap between 0.97 and 0.98 as is_blank,
    gap > 0.98 as is_hidden,
    if(
        is_over,
        staff_in_scope + 1 + cast(floor(0.14 * staff_in_scope) as bigint),
        cast(floor(staff_in_scope * greatest(0.2, share_assessed)) as bigint)
    ) as staff_assessed,
from counted;

-- What was said of England as a whole, in percentages alone.
create table risk_assessment_quotes as
from (values
    (date '2020-07-31', date '2020-09-28', 'known_at_risk', 81),
    (date '2020-07-31', date '2020-09-28', 'known_bame', 92)
) as quotes (assessed_on, sent_on, population, staff_assessed_pct);
