-- Each body's total in a period beside its total in the period before that is held, for what adds
-- over bodies. A body that ended in between, at the latest on the last day of the period, counts
-- with what it became, by its shares.
{%- set period = [
    'measure_id', 'publication_id', 'definition_id', 'period_type', 'geography_level',
    'part_of_year', 'period_start', 'period_end',
] %}

with paired as (
    select * from {{ ref('int_totals_paired') }}
),

reports as (
    select * from {{ ref('int_reports_counted') }}
    where given_count > 0
),

closed as (
    select * from {{ ref('int_reports_judged') }}
    where coverage_status = 'closed'
),

map as (
    select * from {{ ref('int_organisation_map') }}
),

amounts as (
    select
        paired.{{ period | join(', paired.') }},
        reports.organisation_code,
        true as is_now,
        reports.total_value as amount
    from paired
    inner join reports
        on
            {{ in_one_period('paired', 'reports') }}
            and paired.measure_id = reports.measure_id

    union all

    select
        paired.{{ period | join(', paired.') }},
        coalesce(map.mapped_code, reports.organisation_code) as organisation_code,
        false as is_now,
        reports.total_value * coalesce(map.share, 1) as amount
    from paired
    inner join reports
        on
            {{ in_one_data_set('paired', 'reports') }}
            and paired.measure_id = reports.measure_id
            and paired.previous_period_start = reports.period_start
            and paired.previous_period_end = reports.period_end
    left join closed
        on
            {{ in_one_period('paired', 'closed') }}
            and reports.organisation_code = closed.organisation_code
    left join map
        on
            closed.organisation_code = map.organisation_code
            and {{ days_between('paired.period_end', 'map.map_from') }} <= 1
            and {{ days_between('paired.period_end', 'map.map_until') }} > 1
            and reports.period_end >= map.period_end_from
            and reports.period_end < map.period_end_until
),

final as (
    select
        {{ period | join(',\n        ') }},
        organisation_code,
        {{ exact_sum('case when is_now then amount end') }} as amount,
        {{ exact_sum('case when not is_now then amount end') }} as previous_amount,
        bool_or(is_now) as is_reported,
        bool_or(not is_now) as was_reported
    from amounts
    group by {{ period | join(', ') }}, organisation_code
)

select * from final
