-- Row 18: the support staff groups as the workforce statistics print them, in two scopes.
with printed as (
    select month, organisation_code, staff_group_id, fte from workforce_stocks
), scopes as (
    select *
    from (
        values
            ('support_to_doctors_nurses_midwives', 'support_clinical'),
            ('support_to_clinical_staff', 'support_clinical'),
            ('support_to_clinical_staff', 'support_ambulance'),
            ('support_to_clinical_staff', 'support_scientific')
    ) as scopes (definition_id, mix_name)
), units as (
    select
        scopes.definition_id,
        printed.month,
        printed.fte,
        unnest(['england', 'region', 'icb', 'organisation']) as geography_level,
        unnest([
            'E92000001',
            labels.region_code,
            if(labels.icb_code <> labels.region_code, labels.icb_code, null),
            printed.organisation_code
        ]) as organisation_code,
    from printed
    inner join staff_groups
        on printed.staff_group_id = staff_groups.staff_group_id
    inner join scopes
        on staff_groups.mix_name = scopes.mix_name
    inner join organisation_months as labels
        on printed.organisation_code = labels.organisation_code
        and printed.month = labels.month
)
select
    'hcsw_fte' as measure_id,
    definition_id,
    month as period_start,
    last_day(month) as period_end,
    geography_level,
    organisation_code,
    'all' as breakdown_type,
    'all' as breakdown_value,
    cast(sum(fte) as double) as value,
    'observed' as availability_status,
from units
where organisation_code is not null
group by definition_id, month, geography_level, organisation_code
