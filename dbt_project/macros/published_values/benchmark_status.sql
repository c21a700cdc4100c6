{# Why a cell of the staff survey's benchmark workbook has no value. Nothing for England: in the
   newest year, or after a year with a value, the result was withheld; before its first, the question
   was not asked. Where England has a value, a unit that took part has too few answers to be shown. #}
{% macro benchmark_status(text) -%}
    case
        when {{ trimmed(text) }} is not null
            then {{ availability_status(text, blank='suppressed_source') }}
        when
            not has_national_value
            and (survey_year = reporting_year or first_national_year < survey_year)
            then 'withheld'
        when not has_national_value or not took_part then 'not_collected'
        else 'suppressed_source'
    end
{%- endmacro %}
