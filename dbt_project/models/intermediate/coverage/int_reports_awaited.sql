-- The periods of each data set: those that files hold, with the day of their first release, and
-- those that none does though they were due.
with held as (
    select
        {{ data_set() }},
        period_start,
        period_end,
        bool_or(given_count > 0) as is_received,
        min(first_received_on) as first_received_on,
        bool_or(is_synthetic) as is_synthetic
    from {{ ref('int_reports_received') }}
    group by {{ data_set() }}, period_start, period_end
),

calendar as (
    select * from {{ ref('release_calendar') }}
),

awaited as (
    select
        {{ data_set('held') }},
        held.period_start,
        held.period_end,
        true as is_held,
        held.is_received,
        held.first_received_on,
        calendar.due_on,
        held.is_synthetic
    from held
    left join calendar
        on
            held.publication_id = calendar.publication_id
            and held.period_end = calendar.period_end

    union all

    select
        {{ data_set() }},
        period_start,
        period_end,
        false as is_held,
        false as is_received,
        cast(null as date) as first_received_on,
        due_on,
        is_synthetic
    from {{ ref('int_reports_overdue') }}
),

dated as (
    select
        *,
        -- Of the first period, or after a longer gap, nobody can say who had to be in it.
        coalesce(
            {{ months_between(
                'max(case when is_received then period_end end) over before_it', 'period_end'
            ) }} <= {{ months_expected_again() }},
            false
        ) as has_earlier_period
    from awaited
    window before_it as (
        partition by {{ data_set() }}
        order by period_end asc
        rows between unbounded preceding and 1 preceding
    )
),

-- What nobody sent for a year is waited for no longer.
final as (
    select * from dated
    where is_held or has_earlier_period
)

select * from final
