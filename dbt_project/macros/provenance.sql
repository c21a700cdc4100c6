{# Where a row came from: the last columns of every staging model, as the loader wrote them. #}
{% macro provenance(has_column_number=false) -%}
    row_number,
    {%- if has_column_number %}
    column_number,
    {%- endif %}
    sheet_name,
    published_on,
    is_synthetic,
    file_id,
    layout_id
{%- endmacro %}
