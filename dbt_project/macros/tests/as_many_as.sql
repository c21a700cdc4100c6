{# The model has as many rows as the other one: no join dropped or repeated any. #}
{% test as_many_as(model, other) %}

select
    own.rows_found,
    others.rows_found as rows_expected
from (select count(*) as rows_found from {{ model }}) as own
cross join (select count(*) as rows_found from {{ other }}) as others
where own.rows_found <> others.rows_found

{% endtest %}
