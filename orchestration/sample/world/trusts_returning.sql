-- Who sends returns that nobody publishes: trusts of the register, month by month, and one provider
-- that no reference data know.
create table returning_trusts as
select
    organisation_months.month,
    organisation_months.organisation_code,
    organisation_months.organisation_name,
    organisation_months.cluster_group,
    organisation_months.fte,
    organisations.region_code,
    organisations.icb_code,
from organisation_months
inner join organisations
    on organisation_months.organisation_code = organisations.organisation_code
where organisations.kind = 'trust'
union all
select
    month,
    'ZZ901',
    'Synthetic Unlisted Provider',
    'Community Provider Trust',
    45,
    null,
    null,
from months;

-- Each row once in every unit that it counts in: England, its region, its board, itself.
create macro in_units(source) as table
select *, 'england' as geography_level, 'E92000001' as unit_code from query_table(source)
union all
select *, 'region', region_code from query_table(source) where region_code is not null
union all
select *, 'icb', icb_code from query_table(source) where icb_code is not null
union all
select *, 'organisation', organisation_code from query_table(source)
where organisation_code is not null;
