{# What may be compared with what, and what a change means. #}

{# How many months lie between the ends of two consecutive periods of a type; null where there is no
   fixed step, as between snapshots: there the one before counts, however long ago. #}
{% macro months_between_periods(period_type) -%}
    case {{ period_type }}
        when 'calendar_month' then 1
        when 'financial_quarter' then 3
        when 'quarter' then 3
        when 'survey_year' then 12
        when 'flu_season' then 12
        when 'academic_year' then 12
        when 'academic_year_intake' then 12
        when 'rolling_12_months' then 12
        when 'financial_year' then 12
        when 'financial_year_to_date' then 12
    end
{%- endmacro %}


{# What parts a series into series of their own: a year to date is compared with the same months of
   the year before, never with the shorter stretch of its own year. #}
{% macro comparable_periods(period_type, last_day) -%}
    case when {{ period_type }} = 'financial_year_to_date' then month({{ last_day }}) end
{%- endmacro %}


{# True for definitions whose every release restates all its periods by a method of its own, as the
   staff survey is weighted anew each year: their periods compare within one release only. #}
{% macro compares_within_release(definition_id) -%}
    coalesce({{ definition_id }} = 'nss_weighted', false)
{%- endmacro %}


{# The release among whose figures one may be ranked; null where any release will do. #}
{% macro release_compared_within(definition_id, published_on) -%}
    case when {{ compares_within_release(definition_id) }} then {{ published_on }} end
{%- endmacro %}


{# Whether a change is for the better. Polarities without a better side (neutral; towards parity,
   which needs the workforce's share beside it) say which way it went. #}
{% macro direction(change, polarity) -%}
    case
        when {{ change }} is null then null
        when {{ change }} = 0 then 'no_change'
        when {{ polarity }} = 'higher_better' and {{ change }} > 0 then 'improving'
        when {{ polarity }} = 'lower_better' and {{ change }} < 0 then 'improving'
        when {{ polarity }} in ('higher_better', 'lower_better') then 'deteriorating'
        when {{ change }} > 0 then 'rising'
        else 'falling'
    end
{%- endmacro %}


{# True where an identifier is one of a list that a seed keeps in one cell, split by `|`. #}
{% macro is_listed(identifier, listed) -%}
    '|' || {{ listed }} || '|' like '%|' || {{ identifier }} || '|%'
{%- endmacro %}
