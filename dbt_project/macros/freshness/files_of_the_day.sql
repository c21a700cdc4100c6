{# Of the files that are in no figure, those that hold what is waited for, or may: the newest one
   decides what is said of it. A refused file states no period: it may be the one, unless something
   that was not there before came after it. #}
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


{# The files that were received and are in no figure. Those set aside are not missed. #}
{% macro files_in_no_figure(files) -%}
(select * from {{ files }} where status not in ('loaded', 'superseded', 'set_aside'))
{%- endmacro %}
