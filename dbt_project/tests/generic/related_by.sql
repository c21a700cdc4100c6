{# A relationship over several columns: the keys of the model that the other table does not have. #}
{% test related_by(model, to, columns) %}

select distinct {{ columns | join(', ') }}
from {{ model }}

except

select {{ columns | join(', ') }}
from {{ to }}

{% endtest %}
