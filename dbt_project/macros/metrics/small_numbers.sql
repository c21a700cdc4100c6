{# The project's own rule for returns that no publisher has made safe (disclosure rules `local_lt5`
   and `project_lt5`): numbers of people under five are hidden in single organisations. #}

{# Under how many people a rule hides a number: those of seeds/disclosure_rules.csv, to which a test
   holds them. #}
{% macro threshold_of(disclosure_rule_id) -%}
    {{ {'local_lt5': 5, 'project_lt5': 5}[disclosure_rule_id] }}
{%- endmacro %}


{# True where the people counted, or those left over of `denominator`, are fewer than the rule
   allows in a unit below region and ICB. #}
{% macro is_small_number(
    geography_level, numerator, denominator=none, disclosure_rule_id='project_lt5'
) -%}
    {%- set threshold = threshold_of(disclosure_rule_id) %}
    (
        {{ geography_level }} not in ('england', 'region', 'icb')
        and (
            {{ numerator }} < {{ threshold }}
            {%- if denominator is not none %}
            or {{ denominator }} - {{ numerator }} < {{ threshold }}
            {%- endif %}
        )
    )
{%- endmacro %}


{# True where an amount is more than the noise of its last decimals: published days have five. #}
{% macro is_something(amount) -%}
    ({{ amount }} > 0.0001)
{%- endmacro %}


{# True where a sum over the cells of a window that meet a condition gives none of them away:
   several hold a cell hidden beside blank ones, and the blank ones together are something, so that
   neither the sum nor what it leaves of their totals is one cell or nothing. #}
{% macro keep_each_other(condition, over) -%}
    (
        count(case when {{ condition }} then 1 end) over {{ over }} > 1
        {%- for days in ['hidden_fte_days_lost', 'hidden_fte_days_available'] %}
        and {{ is_something('sum(case when ' ~ condition ~ ' then ' ~ days ~ ' end) over ' ~ over) }}
        {%- endfor %}
    )
{%- endmacro %}
