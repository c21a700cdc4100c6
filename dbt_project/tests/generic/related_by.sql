{# A relationship over several columns: returns the keys of the model that the other table does not have. #}
{% test related_by(model, to, columns) %}

select distinct
    {% for column in columns %}model.{{ column }}{{ ', ' if not loop.last }}{% endfor %}
from {{ model }} as model
left join {{ to }} as related
    on
        {%- for column in columns %}
        {{ 'and ' if not loop.first }}model.{{ column }} = related.{{ column }}
        {%- endfor %}
where related.{{ columns | first }} is null

{% endtest %}
