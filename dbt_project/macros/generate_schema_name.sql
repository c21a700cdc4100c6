{# Schemas are named exactly as configured: no prefix from the target, so that an asset key is
   [schema, model]. #}
{% macro generate_schema_name(custom_schema_name, node) -%}
    {{ (custom_schema_name or target.schema) | trim }}
{%- endmacro %}
