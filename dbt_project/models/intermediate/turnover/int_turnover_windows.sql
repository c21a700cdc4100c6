-- The windows that leavers are counted over, as known on each day of publication, and their months.
-- A file of one month or of twelve is its own window. Twelve monthly files in a row make a window
-- of twelve months: anew, with the newest release of each month, on every day that one is
-- published.
with flows as (
    select * from {{ ref('stg_workforce_turnover__organisation_flows') }}
),

releases as (
    select distinct
        period_start,
        period_end,
        period_months,
        published_on,
        file_id
    from flows
),

printed_windows as (
    select
        case period_months
            when 1 then 'organisation_turnover_month'
            else 'organisation_turnover_12_months'
        end as definition_id,
        false as is_added_up,
        period_start,
        period_end,
        published_on,
        file_id,
        period_start as member_period_start,
        period_end as member_period_end,
        file_id as member_file_id
    from releases
    where period_months in (1, 12)
),

months as (
    select * from releases
    where period_months = 1
),

month_ends as (
    select distinct period_end
    from months
),

reopened_windows as (
    select distinct
        month_ends.period_end as window_end,
        months.published_on as known_on
    from months
    inner join month_ends
        on {{ months_between('months.period_end', 'month_ends.period_end') }} between 0 and 11
),

known_months as (
    select
        reopened_windows.window_end,
        reopened_windows.known_on,
        months.*,
        row_number() over (
            partition by
                reopened_windows.window_end, reopened_windows.known_on, months.period_end
            order by months.published_on desc, months.file_id desc
        ) as recency
    from reopened_windows
    inner join months
        on
            reopened_windows.known_on >= months.published_on
            and {{ months_between('months.period_end', 'reopened_windows.window_end') }}
            between 0 and 11
),

windows as (
    select
        *,
        min(period_start) over (partition by window_end, known_on) as window_start,
        count(*) over (partition by window_end, known_on) as months_held,
        -- The release that (re)opened the window gives it its identity.
        first_value(file_id) over (
            partition by window_end, known_on
            order by published_on desc, period_end desc
        ) as window_file_id
    from known_months
    where recency = 1
),

final as (
    select * from printed_windows

    union all

    select
        'organisation_turnover_12_months' as definition_id,
        true as is_added_up,
        window_start as period_start,
        window_end as period_end,
        known_on as published_on,
        window_file_id as file_id,
        period_start as member_period_start,
        period_end as member_period_end,
        file_id as member_file_id
    from windows
    where months_held = 12
)

select * from final
