{# What is fresh on a day: of every metric and every publication, the newest period that is there
   against the calendar. Plain Jinja without dbt's own functions: the mart, the table macro of an
   edition and the watch over a home (orchestration/freshness) are rendered from this one text. #}

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
        min(
            case when periods.met_from > held.latest_period_end then periods.period_end end
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

-- A metric is judged by the first of its publications that anything can be asked of.
judged as (
    select
        *,
        case when is_not_begun then cast(null as date)
            else coalesce(next_period_end, case
                when latest_period_end is null then expected_period_end
            end)
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


{# Of the files that are in no figure, those that hold what is waited for, or may: the newest one
   decides what is said of it. A refused file tells no period: it may be the one, unless a period
   that was not there came after it. #}
{% macro files_of_the_day(files_outside, calendar) -%}
sought as (
    select
        judged.*,
        periods.opens_on,
        periods.due_on,
        periods.late_after,
        periods.met_from
    from judged
    left join {{ calendar }} as periods
        on
            judged.publication_id = periods.publication_id
            and judged.awaited_period_end = periods.period_end
    where judged.choice = 1
),

found as (
    select
        sought.status_on,
        sought.freshness_level,
        sought.subject_id,
        files.status,
        files.reason,
        files.next_step,
        files.original_name,
        row_number() over (
            partition by sought.status_on, sought.freshness_level, sought.subject_id
            order by files.published_on desc, files.file_id desc
        ) as newest
    from sought
    inner join {{ files_outside }} as files
        on
            sought.publication_id = files.publication_id
            and files.published_on <= sought.status_on
            and coalesce(files.period_to, files.published_on) >= sought.met_from
            and (
                files.period_to is not null
                or files.status = 'landed'
                or sought.latest_published_on is null
                or files.published_on > sought.latest_published_on
            )
)
{%- endmacro %}


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

graded as (
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
        case
            when least(sought.ended_on, coalesce(reported.ended_on, sought.ended_on))
                < sought.status_on
                and coalesce(sought.late_after < sought.status_on, true)
                then 'discontinued'
            when reported.frequency = 'tbc' or sought.awaited_period_end is null
                then case
                    when reported.frequency = 'tbc' or sought.cadence = 'irregular'
                        or sought.is_not_begun then 'no_deadline'
                    else 'on_time'
                end
            when sought.late_after < sought.status_on then 'late'
            when sought.opens_on <= sought.status_on then 'due'
            else 'on_time'
        end as freshness_status
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
        graded.awaited_period_end,
        graded.opens_on as awaited_from,
        graded.due_on as awaited_by,
        graded.late_after,
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


{# One sentence on why it stands as it does, and what to do where something is missing. #}
{% macro freshness_reason() -%}
case
            when graded.freshness_status = 'discontinued'
                then 'It has come to its end; nothing more is waited for.'
            when graded.frequency = 'tbc'
                then 'No frequency was ever confirmed for it.'
            when graded.freshness_status = 'no_deadline' and graded.is_not_begun
                then 'It is not published: a first return starts its calendar.'
            when graded.freshness_status = 'no_deadline'
                then concat('It keeps to no calendar. ', coalesce(graded.note, ''), '.')
            when graded.freshness_status = 'on_time'
                then 'Every period that should be out is here.'
            when graded.file_status = 'landed'
                then concat(
                    graded.original_name, ' lies in landing and was not taken in yet: build.'
                )
            when graded.file_status in ('quarantined', 'unreadable')
                then concat(
                    'A file was refused. ', coalesce(graded.file_reason, ''), '. ',
                    coalesce(graded.file_next_step, '')
                )
            when graded.file_status is not null
                then concat(
                    graded.original_name, ' holds it and is not in the figures yet: build, '
                    || 'or see why an edition was withheld.'
                )
            when graded.latest_period_end is null
                then concat(
                    'Nothing was ever received. Ask for it, or land it: ',
                    coalesce(carriers.url, carriers.publication_title), '.'
                )
            else concat(
                'No file of the period was received. Ask the publisher: ',
                coalesce(carriers.url, carriers.publication_title), '.'
            )
        end
{%- endmacro %}
