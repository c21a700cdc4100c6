{# No change is left of what a code has become after the last row of the map: the rounds that the
   map is made in were enough for every chain of changes. #}
{% test changes_are_followed_to_the_end(model, parts) %}

select
    model.organisation_code,
    model.mapped_code,
    model.map_from,
    parts.effective_on
from {{ model }} as model
inner join {{ parts }} as parts
    on
        model.mapped_code = parts.old_code
        and model.map_from < parts.effective_on
        and model.map_until > parts.effective_on

{% endtest %}
