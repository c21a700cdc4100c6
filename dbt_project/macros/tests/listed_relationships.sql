{# Every item of a list kept in one cell, split by `|`, is found in the other table. #}
{% test listed_relationships(model, column_name, to, field) %}

select
    listing.{{ column_name }},
    count(distinct related.{{ field }}) as items_found
from {{ model }} as listing
left join {{ to }} as related
    on {{ is_listed('related.' ~ field, 'listing.' ~ column_name) }}
where listing.{{ column_name }} is not null
group by listing.{{ column_name }}
having
    count(distinct related.{{ field }})
    <> length(listing.{{ column_name }}) - length(replace(listing.{{ column_name }}, '|', '')) + 1

{% endtest %}
