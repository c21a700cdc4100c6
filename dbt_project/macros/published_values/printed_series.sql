{# Status of a cell in a series that a workbook prints month by month. A month without any number,
   or with the placeholder of a template, is still to come; a blank in another month is hidden. #}
{% macro printed_series_status(text, month) -%}
    case
        when
            count({{ number(text) }}) over (partition by file_id, sheet_name, {{ month }}) = 0
            then 'not_yet_published'
        else {{ availability_status(text, blank='suppressed_source') }}
    end
{%- endmacro %}
