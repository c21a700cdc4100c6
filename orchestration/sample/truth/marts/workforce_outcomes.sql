-- What the impact tracker holds by network and quarter: whole minutes, or people.
with counted as (
    select
        *,
        case
            when typical is null then null
            when outcome_measure_id = 'ahsn_m10_wider_service_reduction_time'
                then amount_as_sent * if(period_end > date '2024-03-31', 2640, 2880)
            when outcome_measure_id = 'ahsn_m12_direct_service_reduction_time'
                then amount_as_sent * 45
            when time_kind = 'task' then amount_as_sent * task_volume
            else amount_as_sent
        end as amount_counted,
    from (
        select
            *,
            amount + (
                is_corrected
                and not coalesce(
                    time_kind = 'direct'
                    and (entry_number % 3 = 0 or (entry_number % 3 = 1 and amount % 15 = 0)),
                    false
                )
            )::integer as amount_as_sent,
        from outcome_reports
        where not is_draft
    ) as sent
)
select
    outcome_measure_id,
    ahsn_code,
    period_start,
    period_end,
    sum(amount_counted) as value,
    count(*) as entry_count,
from counted
group by all
