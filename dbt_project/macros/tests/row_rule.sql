{# A rule that holds for every row: returns the rows for which it is false. A rule that is null (a
   missing value) holds. #}
{% test row_rule(model, rule) %}

select *
from {{ model }}
where not ({{ rule }})

{% endtest %}
