-- Row 8: leavers over the average of the staff at the start and at the end of the window.
-- Organisation files count moves between organisations as leaving, so that their England rate lies
-- above the official one: another definition, never one line with it.
with flows as (
    select
        *,
        cast(start_headcount + end_headcount as double) / 2 as average_headcount,
        case definition_id
            when 'organisation_turnover_month' then 'calendar_month'
            else 'rolling_12_months'
        end as period_type
    from {{ ref('int_workforce_flows') }}
),

-- Where more people left than worked there on average, a group closed or moved: there is no rate.
rates as (
    select
        *,
        average_headcount > 0 and leavers_headcount <= average_headcount as has_rate
    from flows
),

final as (
    {{ as_observations(
        'rates',
        measure_id="'leaver_rate_official_headcount'",
        value='case when has_rate then 100 * leavers_headcount / average_headcount end',
        numerator='leavers_headcount',
        denominator='average_headcount',
        base_count='null',
        availability_status=observed_where('has_rate'),
        is_provisional='false',
        is_derived='true'
    ) }}
)

select * from final
