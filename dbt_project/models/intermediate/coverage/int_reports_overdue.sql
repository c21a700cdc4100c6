-- Periods of each data set that no file holds and that were late, by the calendar of the
-- publication, on the day of the newest release that is held of any publication.
with received as (
    select * from {{ ref('int_reports_received') }}
),

held as (
    select
        {{ data_set() }},
        period_start,
        period_end,
        {{ months_between('lag(period_end) over in_order', 'period_end') }} as months_apart,
        bool_or(is_synthetic) as is_synthetic
    from received
    group by {{ data_set() }}, period_start, period_end
    window in_order as (partition by {{ data_set() }} order by period_end asc)
),

data_sets as (
    select
        {{ data_set() }},
        min(period_end) as first_period_end,
        max(period_end) as last_period_end,
        max_by(period_start, period_end) as last_period_start,
        greatest(1, coalesce(min(months_apart), {{ months_expected_again() }})) as months_apart,
        bool_or(is_synthetic) as is_synthetic
    from held
    group by {{ data_set() }}
),

calendar as (
    select * from {{ ref('release_calendar') }}
    -- Waves that lie a fortnight apart are no whole months from each other.
    where cadence <> 'fortnightly'
),

newest as (
    select max(published_on) as published_on from {{ ref('files') }}
    where status in ('loaded', 'superseded')
),

overdue as (
    select
        data_sets.*,
        calendar.period_end,
        calendar.due_on,
        {{ months_between('data_sets.last_period_end', 'calendar.period_end') }} as months_on
    from data_sets
    inner join calendar
        on
            data_sets.publication_id = calendar.publication_id
            and data_sets.first_period_end < calendar.period_end
    inner join newest
        on calendar.late_after < newest.published_on
    left join held
        on
            {{ in_one_data_set('data_sets', 'held') }}
            and calendar.met_from <= held.period_end
            and calendar.period_end >= held.period_end
    where held.period_end is null
),

final as (
    select
        {{ data_set() }},
        -- A snapshot of a day starts on it; other periods start as far from their end as the last.
        case
            when last_period_start = last_period_end then period_end
            else {{ add_months('last_period_start', 'months_on') }}
        end as period_start,
        period_end,
        due_on,
        is_synthetic
    from overdue
    where mod(months_on, months_apart) = 0
)

select * from final
