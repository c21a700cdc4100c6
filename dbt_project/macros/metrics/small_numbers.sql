{# The project's own rule for returns that no publisher has made safe (disclosure rules `local_lt5`
   and `project_lt5`): numbers of people under five are hidden in single organisations. #}

{# True where the people counted, or those left over of `denominator`, are fewer than five in a unit
   below region and ICB. #}
{% macro is_small_number(geography_level, numerator, denominator=none) -%}
    (
        {{ geography_level }} not in ('england', 'region', 'icb')
        and (
            {{ numerator }} < 5
            {%- if denominator is not none %}
            or {{ denominator }} - {{ numerator }} < 5
            {%- endif %}
        )
    )
{%- endmacro %}
