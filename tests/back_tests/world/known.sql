-- The printed figures to arrive at again, and the organisations that a figure of England is divided
-- among where only organisations are published.
create table known as
select
    known_value_id,
    series_id,
    measure_id,
    definition_id,
    breakdown_type,
    breakdown_value,
    cast(period_start as date) as period_start,
    cast(period_end as date) as period_end,
    cast(printed_value as double) as printed,
    cast(numerator as double) as numerator,
    cast(denominator as double) as denominator,
    cast(published_on as date) as published_on,
    publication_id,
from printed_figures
where is_back_test = 'true';

-- What is printed of a whole number by somebody whose share of it runs from here to there: parts of
-- neighbours leave nothing between them, so they always sum up to the whole.
create macro part_of(whole_number, share_from, share_to) as
    cast(round(whole_number * share_to) - round(whole_number * share_from) as bigint);

create table reporters as
with weighed as (
    select
        organisations.organisation_code,
        organisations.base_name || organisations.name_ending as organisation_name,
        organisations.cluster_group,
        organisations.older_cluster_group,
        organisations.is_nhs_trust,
        organisations.icb_code,
        organisations.region_code,
        organisations.reporting_icb_code,
        organisations.reporting_region_code,
        areas.hee_region_code,
        sum(organisations.reference_fte) over (
            partition by organisations.is_nhs_trust order by organisations.organisation_code
        ) / sum(organisations.reference_fte) over (partition by organisations.is_nhs_trust)
            as share_to,
    from organisations
    inner join areas
        on organisations.icb_code = areas.icb_code
    where organisations.closed_on is null
)
select
    *,
    lag(share_to, 1, 0) over (partition by is_nhs_trust order by organisation_code) as share_from,
from weighed;

-- The regions of England, each with its trusts' share.
create table region_shares as
with summed as (
    select
        region_code,
        max(share_to) as share_to,
    from (
        select
            region_code,
            sum(sum(share_to - share_from)) over (order by region_code) as share_to,
        from reporters
        where is_nhs_trust
        group by region_code
    )
    group by region_code
)
select
    *,
    lag(share_to, 1, 0) over (order by region_code) as share_from,
from summed;
