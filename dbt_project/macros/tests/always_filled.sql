{# No row leaves any of the given columns empty. One test a table, however many columns. #}
{% test always_filled(model, columns) %}

select *
from {{ model }}
where
    {%- for column in columns %}
    {{ 'or ' if not loop.first }}{{ column }} is null
    {%- endfor %}

{% endtest %}
