-- Days lost and available of the monthly files and archives, in every unit that they count in.
create or replace temp view sickness_file_units as
with files as (
    select
        lines.month,
        lines.month_end,
        lines.organisation_code,
        organisations.is_nhs_trust,
        if(lines.month < date '2020-04-01', null, lines.region_code) as region_code,
        if(lines.month < date '2022-08-01', null, nullif(lines.icb_code, lines.region_code))
            as icb_code,
        if(lines.month < date '2022-04-01', lines.older_cluster_group, lines.cluster_group)
            as organisation_type,
        -- The older archive rounds days; a month that was revised stands as it was sent again.
        case
            when lines.month < date '2020-04-01' then to_hundredths(lines.fte_days_lost)
            when lines.month = getvariable('revised_month') then lines.fte_days_lost
            else lines.fte_days_lost_at_first
        end as days_lost,
        if(
            lines.month < date '2020-04-01',
            to_hundredths(lines.fte_days_available), lines.fte_days_available
        ) as days_available,
    from sickness_lines as lines
    inner join organisations
        on lines.organisation_code = organisations.organisation_code
    where lines.month >= date '2018-04-01'
), units as (
    select *, 'england' as geography_level, 'E92000001' as unit_code from files
    union all
    select *, 'region', region_code from files where region_code is not null
    union all
    select *, 'icb', icb_code from files where icb_code is not null
    union all
    select *, 'organisation', organisation_code from files
)
select
    definitions.definition_id,
    units.*,
from units
inner join (values ('all_organisations', false), ('nhs_trusts', true))
    as definitions (definition_id, is_trusts_only)
    on units.is_nhs_trust or not definitions.is_trusts_only;
