{# The primary key of a model: no two rows share the given columns. Nulls count as equal. #}
{% test unique_grain(model, columns) %}

select
    {{ columns | join(', ') }},
    count(*) as rows_found
from {{ model }}
group by {{ columns | join(', ') }}
having count(*) > 1

{% endtest %}
