-- One quarter of the impact tracker as sent in; a correction holds the corrected entries alone.
select
    'e' || entry_number as "Entry ID",
    programme_id as "Programme ID",
    programme_name as "Programme name",
    programme_level as "Programme level",
    ahsn_code as "AHSN code",
    'Synthetic network ' || right(ahsn_code, 1) as "AHSN name",
    period_start as "Period start",
    period_end as "Period end",
    outcome_measure_id as "Outcome measure ID",
    if(typical is null, 'qualitative', 'quantitative') as "Evidence type",
    -- The same times, typed in the ways in which people type them.
    case
        when typical is null then null
        when time_kind = 'direct' and entry_number % 3 = 0
            then (amount // 60) || 'h' || lpad((amount % 60)::varchar, 2, '0')
        when time_kind = 'direct' and entry_number % 3 = 1 and amount % 15 = 0
            then (amount / 60.0)::varchar
        else (amount + if($is_correction, 1, 0))::varchar
    end as "Entered value",
    case
        when typical is null then null
        when time_kind = 'task' then 'minutes per task'
        when time_kind = 'event' then 'events averted'
        when time_kind = 'direct' and entry_number % 3 = 0 then 'hours and minutes'
        when time_kind = 'direct' and entry_number % 3 = 1 and amount % 15 = 0 then 'hours'
        when time_kind = 'direct' then 'minutes'
        else 'staff'
    end as "Entered unit",
    if(time_kind = 'task', task_volume, null) as "Volume",
    case outcome_measure_id
        when 'ahsn_m10_wider_service_reduction_time'
            then 'cf_emergency_admission_' || if(period_end > date '2024-03-31', 'v2', 'v1')
        when 'ahsn_m12_direct_service_reduction_time' then 'cf_case_review_v1'
    end as "Conversion factor ID",
    case
        when typical is null then null
        when time_kind = 'event' then 'modelled'
        when time_kind = 'task' then 'estimated'
        else 'direct'
    end as "Attribution",
    if(typical is null, null, 0) as "Baseline value",
    if(typical is null, 'synthetic evidence ' || entry_number, null) as "Evidence reference",
    'synthetic local audit' as "Data source",
    if(is_draft, 'draft', 'submitted') as "Submission status",
    period_end + 14 as "Submitted on",
    true as "IS_SYNTHETIC",
from outcome_reports
where period_start = $period_start and (is_corrected or not $is_correction)
order by entry_number
