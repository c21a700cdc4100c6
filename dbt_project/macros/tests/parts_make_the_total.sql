{# The parts of each total add up to it, within the tolerance. Where some parts are hidden, the
   others may not exceed it. Parts of a headcount may overlap, as one person can be in two: then
   they only may not fall short. #}
{% test parts_make_the_total(model, value, parts, total, by, tolerance=0, may_overlap=false) %}

with compared as (
    select
        {{ by | join(', ') }},
        sum(case when {{ parts }} then {{ value }} end) as sum_of_parts,
        sum(case when {{ total }} then {{ value }} end) as printed_total,
        count(case when {{ parts }} and {{ value }} is null then 1 end) as hidden_parts
    from {{ model }}
    group by {{ by | join(', ') }}
)

select *
from compared
where
    (hidden_parts = 0 and printed_total - sum_of_parts > {{ tolerance }})
    {%- if not may_overlap %}
    or sum_of_parts - printed_total > {{ tolerance }}
    {%- endif %}

{% endtest %}
