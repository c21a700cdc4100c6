-- Waves of the pulse: who took part, and how many answers were positive.
create table pulse_participants as
with waves as (
    select *
    from pulse_waves
    -- The small sample holds a few waves of either rhythm.
    where is_in_small or getvariable('turnover_from') < first_day
), placed as (
    select
        waves.wave_number,
        waves.first_day,
        waves.last_day,
        waves.has_england,
        organisations.organisation_code,
        organisation_months.organisation_name,
        organisations.region_code,
        organisations.icb_code,
        organisations.organisation_code || '|' || waves.wave_number as wave_key,
        organisation_months.fte,
    from waves
    inner join organisation_months
        on date_trunc('month', waves.last_day) = organisation_months.month
    inner join organisations
        on organisation_months.organisation_code = organisations.organisation_code
    where
        organisations.kind = 'trust'
        and even('pulse|' || organisations.organisation_code) < 0.34
        and even('takes part|' || wave_key) < 0.85
)
select
    *,
    case
        -- In some trusts hardly anybody heard of it.
        when even('pulse unknown|' || organisation_code) < 0.08
            then 4 + floor(24 * even('few|' || wave_key))
        else 20 + fte * (0.02 + 0.06 * even('answers|' || wave_key))
    end as expected_answers,
from placed;

create table pulse_answers as
with parts as (
    select
        participants.*,
        items.item,
        items.item_id,
        items.list_order as item_order,
        roles.role,
        roles.list_order as role_order,
        participants.wave_key || '|' || items.item_id || '|' || roles.role as part_key,
        whole(participants.expected_answers * roles.share, 'valid|' || part_key) as valid,
        least(0.97, greatest(0.05,
            items.positive_share
            + 0.07 * bell(bits('mood|' || participants.organisation_code || '|' || items.item_id))
            + 0.03 * bell(bits('mood|' || part_key))
        )) as positive_share,
    from pulse_participants as participants
    cross join pulse_items as items
    cross join pulse_roles as roles
), counted as (
    select
        *,
        least(valid, whole(valid * positive_share, 'positive|' || part_key)) as positive,
    from parts
), returned as (
    select
        *,
        1 as release,
    from counted
    union all
    -- In the first monthly wave some participants sent more answers afterwards.
    select
        * replace (valid + 3 as valid, positive + 2 as positive),
        2,
    from counted
    where
        first_day = date '2021-04-01'
        and even('sends again|' || organisation_code) < 0.06
)
select
    wave_number,
    first_day,
    last_day,
    organisation_code,
    organisation_name,
    region_code,
    icb_code,
    item,
    item_id,
    item_order,
    role,
    role_order,
    release,
    valid,
    positive,
from returned
where role <> '(not stated)'
union all
select
    wave_number,
    first_day,
    last_day,
    organisation_code,
    organisation_name,
    region_code,
    icb_code,
    item,
    item_id,
    item_order,
    'All roles',
    0,
    release,
    sum(valid),
    sum(positive),
from returned
group by all;

-- England's own row also counts people who named no organisation.
insert into pulse_answers by name
select
    wave_number,
    first_day,
    last_day,
    'E92000001' as organisation_code,
    'England' as organisation_name,
    item,
    item_id,
    item_order,
    role,
    role_order,
    1 as release,
    cast(floor(1.06 * sum(valid)) as bigint) as valid,
    cast(floor(1.06 * sum(positive)) as bigint) as positive,
from pulse_answers
where
    release = 1
    and wave_number in (select wave_number from pulse_waves where has_england)
group by all;
