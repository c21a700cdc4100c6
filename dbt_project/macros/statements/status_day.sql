{# The day that statuses are given for: the variable `status_on`, else the day of the moment that
   PEOPLE_PLAN_NOW names, else the day of the run (UTC). #}
{% macro status_day() -%}
    {%- set now = env_var('PEOPLE_PLAN_NOW', '') or run_started_at.strftime('%Y-%m-%d') -%}
    cast('{{ var("status_on", now[:10]) }}' as date)
{%- endmacro %}


{# The one day of a mart as the days asked for: what is known is what is known on that day. #}
{% macro the_status_day() -%}
    select
        {{ status_day() }} as status_on,
        {{ status_day() }} as known_on
{%- endmacro %}


{# Every day from the first to the last as the days asked for, each with what was known on it. #}
{% macro every_day(first, last) -%}
    select
        series.one_day as status_on,
        series.one_day as known_on
    from ({{ date_series(first, last) }}) as series
{%- endmacro %}
