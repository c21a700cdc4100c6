{# The rows of a relation, each once within its file: of rows alike in every published column the
   first stays. Some archives print a row twice. #}
{% macro distinct_rows(relation, published_columns) -%}
    select *
    from (
        select
            *,
            row_number() over (
                partition by file_id, sheet_name, {{ published_columns | join(', ') }}
                order by row_number
            ) as occurrence
        from {{ relation }}
    ) as numbered
    where occurrence = 1
{%- endmacro %}
