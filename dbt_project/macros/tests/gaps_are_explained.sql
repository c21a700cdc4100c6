{# A value is there exactly where its status says so. Quarantined values may stay in staging. #}
{% test gaps_are_explained(model, value) %}

select *
from {{ model }}
where
    (availability_status = 'observed' and {{ value }} is null)
    or (availability_status not in ('observed', 'quarantined') and {{ value }} is not null)

{% endtest %}
