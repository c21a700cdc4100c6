-- Which organisation exists in which month, how large it is, and what it is called then.
create table spells as
with outcomes as (
    select
        organisations.*,
        max(former.closed_on) as absorbed_until,
        cast(sum(exact(former.reference_fte)) as double) as absorbed_fte,
    from organisations
    left join organisations as former
        on organisations.body_key = former.successor_key
        and organisations.opened_on <= former.opened_on
    group by all
)
select
    organisation_code,
    opened_on as starts_on,
    coalesce(absorbed_until, closed_on, date '9999-12-31') as ends_on,
    reference_fte - coalesce(absorbed_fte, 0) as reference_fte,
from outcomes
union all
select
    organisation_code,
    absorbed_until + 1,
    coalesce(closed_on, date '9999-12-31'),
    reference_fte,
from outcomes
where absorbed_until is not null;

-- The names and labels of one organisation in one month.
create table organisation_months as
select
    months.month,
    organisations.organisation_code,
    organisations.base_name || case
        when organisations.renamed_on > months.month_end then ' NHS Trust'
        else organisations.name_ending
    end as organisation_name,
    organisations.cluster_group,
    organisations.older_cluster_group,
    replace(
        organisations.benchmark_group, 'Community Interest Company', 'Community Provider Trust'
    ) as benchmark_group,
    organisations.kind,
    organisations.is_nhs_trust,
    organisations.reporting_region_code as region_code,
    organisations.reporting_icb_code as icb_code,
    areas.hee_region_code,
    spells.reference_fte * sizes.level as fte,
from spells
inner join organisations
    on spells.organisation_code = organisations.organisation_code
inner join areas
    on organisations.icb_code = areas.icb_code
inner join months
    on months.month_end between spells.starts_on and spells.ends_on
inner join trend_months as sizes
    on months.month = sizes.month
    and sizes.series = 'workforce';
