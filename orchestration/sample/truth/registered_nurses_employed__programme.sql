-- Row 13(ii): nurses as the 50,000 programme announced them, by setting.
select
    'nurses_fte_hchs_and_gp' as measure_id,
    'programme_basis' as definition_id,
    cast(date_trunc('month', snapshot_on) as date) as period_start,
    snapshot_on as period_end,
    'england' as geography_level,
    'E92000001' as organisation_code,
    if(scope = 'Programme', 'all', 'care_setting') as breakdown_type,
    if(scope = 'Programme', 'all', scope) as breakdown_value,
    cast(fte as double) as value,
    'observed' as availability_status,
from programme_nurses
