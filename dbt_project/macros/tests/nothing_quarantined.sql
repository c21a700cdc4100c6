{# Values that could not be read, or are placeholders: they wait in staging for somebody to look. #}
{% test nothing_quarantined(model) %}
{{ config(severity='warn') }}

select *
from {{ model }}
where availability_status = 'quarantined'

{% endtest %}
