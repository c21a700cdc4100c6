-- Assignments that ended in each quarter of the years that figures are of, by reason. All of them,
-- resignations with a stated reason and those for work-life balance are as printed; where only a
-- share was printed, both its terms are invented.
create table leaving_years as
select
    published_on,
    period_start,
    coalesce(max(denominator) filter (measure_id = 'work_life_balance_share_of_all_reasons'), 150000)
        as all_assignments,
    50000 as stated_voluntary,
    coalesce(
        max(numerator) filter (measure_id = 'work_life_balance_share_of_all_reasons'),
        max(printed) filter (measure_id = 'work_life_balance_share_of_stated_voluntary') * 500
    ) as work_life_balance,
from known
where publication_id = 'reasons_for_leaving'
group by published_on, period_start;

create view leaving_assignments as
with reasons as (
    select
        *,
        case
            when reason = 'Voluntary Resignation - Work Life Balance' then 'work_life_balance'
            when reason like 'Voluntary Resignation - Other%' then 'other'
            when reason like 'Voluntary Resignation - %' then 'stated_voluntary'
            else 'other'
        end as kind,
    from leaving_reasons
), weighed as (
    select
        *,
        sum(weight) over running / sum(weight) over (partition by kind) as share_to,
        (sum(weight) over running - weight) / sum(weight) over (partition by kind) as share_from,
    from reasons
    window running as (partition by kind order by reason_order)
), quarters as (
    select
        *,
        unnest([0, 1, 2, 3]) as quarter,
        unnest([0, 0.22, 0.48, 0.78]) as quarter_from,
        unnest([0.22, 0.48, 0.78, 1]) as quarter_to,
    from leaving_years
    where published_on <= getvariable('published_on')
), counted as (
    select
        quarters.published_on,
        cast(quarters.period_start + to_months(3 * quarters.quarter) as date) as quarter_start,
        weighed.reason_order,
        weighed.reason,
        part_of(
            part_of(
                case weighed.kind
                    when 'work_life_balance' then work_life_balance
                    when 'stated_voluntary' then stated_voluntary - work_life_balance
                    else all_assignments - stated_voluntary
                end,
                quarter_from, quarter_to
            ),
            share_from, share_to
        ) as assignments,
    from quarters
    cross join weighed
), complete_years as (
    select * from counted
    union all
    -- A table begins with the first quarter of a financial year.
    select * replace (cast(quarter_start - interval 1 year as date) as quarter_start)
    from counted
    where quarter_start between date '2022-04-01' and date '2022-12-31'
)
select
    quarter_start,
    'Y56' as region_code,
    reason_order,
    reason,
    true as is_in_use,
    assignments,
    assignments as assignments_at_first,
from complete_years;
