{# Who was expected to report, and who did: decision 23. #}

{# One data set: what bodies are expected in because they were in it before. A definition names the
   table its figures are of and the bodies that count in it. Years to date compare by their months. #}
{% macro data_set(relation=none) -%}
    {%- set columns = [
        'publication_id', 'definition_id', 'period_type', 'geography_level', 'part_of_year',
    ] -%}
    {%- set prefix = relation ~ '.' if relation else '' -%}
    {{ prefix }}{{ columns | join(', ' ~ prefix) }}
{%- endmacro %}


{# Two relations joined within one data set. #}
{% macro in_one_data_set(one, other) -%}
    {{ same_columns(one, other, data_set()) }}
{%- endmacro %}


{# The month of a year to date; 0 for periods that compare with any other of their type. #}
{% macro part_of_year(period_type, period_end) -%}
    coalesce({{ comparable_periods(period_type, period_end) }}, 0)
{%- endmacro %}


{# Months for which a body that reported is expected again: a year, so that what comes once a year
   counts, and a body that stays away is asked for a year long. #}
{% macro months_expected_again() -%}
    12
{%- endmacro %}


{# Statuses of a figure that a body gave, hidden ones among them. A figure that was taken back, or
   that a file only names, was not given. #}
{% macro was_given(availability_status) -%}
    {{ availability_status }} in (
            'observed', 'suppressed_source', 'suppressed_project', 'withheld', 'not_applicable'
        )
{%- endmacro %}


{# Statuses of a figure that was given and is not shown. #}
{% macro is_hidden(availability_status) -%}
    {{ availability_status }} in ('suppressed_source', 'suppressed_project', 'withheld')
{%- endmacro %}


{# Where a level of bodies stands, the smallest first. #}
{% macro level_rank(geography_level) -%}
    case {{ geography_level }} when 'practice' then 1 when 'pcn' then 2 else 3 end
{%- endmacro %}


{# Two relations joined within one period of one data set. #}
{% macro in_one_period(one, other) -%}
    {{ same_columns(one, other, data_set() ~ ', period_start, period_end') }}
{%- endmacro %}


{# What became of a report: the first that holds. A body is late whose figures came after the day on
   which the period was due, and after those of others: where all came late, the publication was. #}
{% macro coverage_status() -%}
    case
            when is_received and observed_count = 0 and suppressed_count > 0 then 'suppressed'
            when
                is_received
                and first_received_on > due_on
                and first_received_on > period_first_received_on
                then 'late'
            when is_new then 'new'
            when is_received and is_provisional then 'provisional'
            when is_received then 'complete'
            when has_ended then 'closed'
            when withdrawn_count > 0 then 'withdrawn'
            when not is_period_received then 'late'
            else 'missing'
        end
{%- endmacro %}
