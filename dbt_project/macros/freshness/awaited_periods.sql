{# Which period each metric and each publication waits for on a day, and which of its publications a
   metric is judged by. #}

{# The rows of a dated list nearest to each day asked for, one a key: that valid on the day, else
   the last before it, else the first; and the day on which the whole list ends. #}
{% macro nearest_rows(dated, key) -%}
select
        asked.status_on,
        dated.*,
        max(coalesce(dated.valid_to, cast('9999-12-31' as date))) over (
            partition by asked.status_on, dated.{{ key }}
        ) as ended_on,
        row_number() over (
            partition by asked.status_on, dated.{{ key }}
            order by
                case when dated.valid_from <= asked.status_on then dated.valid_from end
                    desc nulls last,
                dated.valid_from asc
        ) as nearness
    from asked
    cross join {{ dated }} as dated
{%- endmacro %}


{# Where each metric and publication stands with each publication that carries it: what is there,
   what should be, and what is waited for. #}
{% macro periods_of_the_day(carriers, rules, calendar, received) -%}
ruled as (
    {{ nearest_rows(rules, 'publication_id') }}
),

held as (
    select
        asked.status_on,
        received.freshness_level,
        received.subject_id,
        received.publication_id,
        max(received.period_end) as latest_period_end,
        max(received.first_published_on) as latest_published_on
    from asked
    inner join {{ received }} as received
        on received.first_published_on <= asked.status_on
    group by
        asked.status_on, received.freshness_level, received.subject_id, received.publication_id
),

awaited as (
    select
        ruled.status_on,
        carriers.freshness_level,
        carriers.subject_id,
        carriers.publication_id,
        carriers.place,
        ruled.cadence,
        ruled.is_provisional,
        ruled.note,
        ruled.ended_on,
        ruled.starts_with = 'first_receipt' and held.latest_period_end is null as is_not_begun,
        held.latest_period_end,
        held.latest_published_on,
        max(case when periods.due_on <= ruled.status_on then periods.period_end end)
            as expected_period_end,
        max(case when periods.late_after < ruled.status_on then periods.period_end end)
            as newest_late_period_end,
        min(
            case when periods.met_from > held.latest_period_end or held.latest_period_end is null
                then periods.period_end
            end
        ) as next_period_end
    from ruled
    inner join {{ carriers }} as carriers
        on ruled.publication_id = carriers.publication_id
    left join held
        on
            ruled.status_on = held.status_on
            and carriers.freshness_level = held.freshness_level
            and carriers.subject_id = held.subject_id
            and carriers.publication_id = held.publication_id
    left join {{ calendar }} as periods
        on ruled.publication_id = periods.publication_id
    where ruled.nearness = 1
    group by
        ruled.status_on, carriers.freshness_level, carriers.subject_id, carriers.publication_id,
        carriers.place, ruled.cadence, ruled.is_provisional, ruled.note, ruled.ended_on,
        ruled.starts_with, held.latest_period_end, held.latest_published_on
),

-- A metric is judged by the first of its publications that anything can be asked of. Where nothing
-- was ever received, the newest period that is late is waited for: nobody asks for the oldest.
judged as (
    select
        *,
        case
            when is_not_begun then cast(null as date)
            when latest_period_end is null then coalesce(newest_late_period_end, next_period_end)
            else next_period_end
        end as awaited_period_end,
        row_number() over (
            partition by status_on, freshness_level, subject_id
            order by
                case when cadence = 'irregular' or is_not_begun then 1 else 0 end asc,
                place asc
        ) as choice
    from awaited
)
{%- endmacro %}
