-- Staff, very senior managers and board members by ethnicity, divided among the trusts. Only the
-- number of BME very senior managers of 2021 was printed, in two versions; other people are
-- invented, as many as the printed share is of.
create table wres_totals as
with shares as (
    select
        published_on,
        period_end as as_at,
        max(printed) filter (definition_id = 'wres_vsm') as vsm_pct,
        max(printed) filter (definition_id = 'wres_board') as board_pct,
        max(printed) filter (definition_id = 'wres_workforce') as workforce_pct,
    from known
    where
        publication_id = 'wres'
        and (measure_id is not null or series_id = 'wres_relative_likelihood_appointment')
    group by all
), restated as (
    select
        shares.*,
        case published_on
            when date '2022-04-30' then 298
            when date '2023-02-28' then if(as_at = date '2021-03-31', 290, 340)
            else 200
        end as vsm_bme,
    from shares
), parts as (
    select
        *,
        cast(round(100 * vsm_bme / coalesce(vsm_pct, 7.5)) as bigint) as vsm_known,
        cast(round(1400000 * coalesce(workforce_pct, 23) / 100) as bigint) as workforce_bme,
        cast(round(2500 * coalesce(board_pct, 11) / 100) as bigint) as board_bme,
    from restated
)
select
    published_on,
    as_at,
    unnest(['Non-clinical', 'Clinical', 'Clinical', 'Board', 'Board']) as workforce,
    unnest(['VSM', 'Band 5', 'Band 8a', 'Executive', 'Non-executive']) as grade,
    unnest([
        vsm_bme,
        workforce_bme // 2,
        workforce_bme - workforce_bme // 2 - vsm_bme,
        board_bme // 2,
        board_bme - board_bme // 2
    ]) as bme,
    unnest([
        vsm_known - vsm_bme,
        800000,
        1400000 - 800000 - workforce_bme - (vsm_known - vsm_bme),
        1200 - board_bme // 2,
        1300 - (board_bme - board_bme // 2)
    ]) as white,
from parts;

create view wres_years as
select
    max(year(as_at)) as standard_year,
    published_on,
from wres_totals
group by published_on;

create view wres_counts as
select
    totals.published_on,
    totals.as_at,
    reporters.organisation_code,
    reporters.organisation_name,
    reporters.region_code,
    totals.workforce,
    totals.grade,
    part_of(totals.bme, share_from, share_to) as bme,
    part_of(totals.white, share_from, share_to) as white,
    part_of(900, share_from, share_to) as unknown,
from wres_totals as totals
cross join reporters
where reporters.is_nhs_trust;

create view wres_indicators as
with printed_likelihoods as (
    select
        published_on,
        period_end as as_at,
        printed,
    from known
    where series_id = 'wres_relative_likelihood_appointment'
), days as (
    select distinct published_on, as_at from wres_totals
), kinds as (
    select
        days.*,
        unnest(['2', '5', '6', '7', '8']) as indicator,
    from days
), units as (
    select null as organisation_code, 'England' as organisation_name, null as region_code
    union all
    select organisation_code, organisation_name, region_code
    from reporters
    where is_nhs_trust
)
select
    kinds.*,
    units.*,
    if(indicator = '2', null, 30) as bme_value,
    if(indicator = '2', null, 25) as white_value,
    if(indicator = '2', coalesce(printed_likelihoods.printed, 1.5), null) as relative_likelihood,
    false as is_hidden,
from kinds
cross join units
left join printed_likelihoods
    on kinds.published_on = printed_likelihoods.published_on
    and kinds.as_at = printed_likelihoods.as_at;
