{# Published numbers and the markers that stand in their place. #}

{# What publishers print instead of a number, and what that says. A dash is a printed zero. #}
{% macro value_markers() -%}
    {{ return({
        '*': 'suppressed_source',
        'c': 'suppressed_source',
        'low': 'suppressed_source',
        '.': 'not_applicable',
        '..': 'not_applicable',
        'z': 'not_applicable',
        'na': 'not_collected',
        'nd': 'not_collected',
        'ns': 'not_collected',
        'x': 'not_collected',
    }) }}
{%- endmacro %}


{# The text as a number without its thousands separators; a dash is zero; null where it is none. #}
{% macro number(text) -%}
    case
        when trim({{ text }}) = '-' then 0
        else try_cast(replace(trim({{ text }}), ',', '') as double)
    end
{%- endmacro %}


{# Why there is, or is not, a value behind the published text. `blank` says what an empty cell means
   in this publication; a number equal to `sentinel` is a placeholder. What is neither a number nor
   a known marker is quarantined, never taken for missing. #}
{% macro availability_status(text, blank, sentinel=none) -%}
    case
        when {{ trimmed(text) }} is null then '{{ blank }}'
        {%- if sentinel is not none %}
        when {{ number(text) }} = {{ sentinel }} then 'quarantined'
        {%- endif %}
        when {{ number(text) }} is not null then 'observed'
        {%- for marker, status in value_markers().items() %}
        when lower(trim({{ text }})) = '{{ marker }}' then '{{ status }}'
        {%- endfor %}
        else 'quarantined'
    end
{%- endmacro %}
