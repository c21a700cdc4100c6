{# What is fresh on a day: of every metric and every publication, the newest period that is there
   against the calendar. Plain Jinja without dbt's own functions: the mart, the table macro of an
   edition and the watch over a home (orchestration/freshness) are rendered from this one text. #}

{# In the order of Annex A, then the publications. `asked` is a query that gives the days,
   `status_on`; `days_late` is how the engine counts days from `due_on` to `status_on`. #}
{% macro freshness_on(tables, asked, days_late) -%}
with asked as (
    {{ asked }}
),

reported as (
    {{ nearest_rows(tables.frequencies, 'metric_id') }}
),

{{ periods_of_the_day(
    tables.carriers, tables.rules, tables.calendar, tables.received
) }},

{{ files_of_the_day(tables.files_outside, tables.calendar) }},

-- What a metric reports ends with its own frequency, though its publication goes on.
told as (
    select
        sought.*,
        reported.frequency,
        reported.frequency_as_printed,
        found.status as file_status,
        found.original_name,
        found.reason as file_reason,
        found.next_step as file_next_step,
        sought.is_provisional or coalesce(reported.is_provisional, false)
            as is_deadline_provisional,
        least(sought.ended_on, coalesce(reported.ended_on, sought.ended_on)) as subject_ended_on
    from sought
    left join reported
        on
            sought.freshness_level = 'metric'
            and sought.status_on = reported.status_on
            and sought.subject_id = reported.metric_id
            and reported.nearness = 1
    left join found
        on
            sought.status_on = found.status_on
            and sought.freshness_level = found.freshness_level
            and sought.subject_id = found.subject_id
            and found.newest = 1
),

graded as (
    select
        *,
        case
            when subject_ended_on < status_on and (
                awaited_period_end is null
                or awaited_period_end > subject_ended_on
                or late_after < status_on
            ) then 'discontinued'
            when frequency = 'tbc' then 'no_deadline'
            when awaited_period_end is null and (cadence = 'irregular' or is_not_begun)
                then 'no_deadline'
            when late_after < status_on then 'late'
            when opens_on <= status_on then 'due'
            else 'on_time'
        end as freshness_status
    from told
),

final as (
    select
        graded.freshness_level,
        graded.subject_id,
        carriers.subject_name,
        carriers.annex_label,
        carriers.annex_row_seq,
        graded.publication_id,
        carriers.publication_title,
        graded.frequency_as_printed,
        graded.frequency,
        graded.cadence,
        graded.is_deadline_provisional,
        graded.freshness_status,
        case when graded.freshness_status = 'late' then {{ days_late }} end as days_late,
        case
            when graded.freshness_status not in ('due', 'late') then cast(null as varchar)
            when graded.file_status is not null then 'us'
            else 'publisher'
        end as ask,
        graded.latest_period_end,
        graded.latest_published_on,
        graded.expected_period_end,
        {{ while_waited_for('graded.awaited_period_end') }} as awaited_period_end,
        {{ while_waited_for('graded.opens_on') }} as awaited_from,
        {{ while_waited_for('graded.due_on') }} as awaited_by,
        {{ while_waited_for('graded.late_after') }} as late_after,
        {{ freshness_reason() }} as freshness_reason,
        graded.status_on
    from graded
    inner join {{ tables.carriers }} as carriers
        on
            graded.freshness_level = carriers.freshness_level
            and graded.subject_id = carriers.subject_id
            and graded.publication_id = carriers.publication_id
)

select * from final
order by freshness_level asc, annex_row_seq asc nulls last, subject_id asc
{%- endmacro %}


{# The day, where anything is waited for. #}
{% macro while_waited_for(day) -%}
case when graded.freshness_status in ('on_time', 'due', 'late') then {{ day }} end
{%- endmacro %}
