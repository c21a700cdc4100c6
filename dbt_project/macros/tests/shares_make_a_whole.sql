{# Shares of one thing make one at every moment at which any of them begins or ceases to hold.
   `whole` names the thing; each column `<axis>_from` in `within` begins a range that `<axis>_until`
   ends. #}
{% test shares_make_a_whole(model, whole, within) %}

with
{#- On several axes the moments are crossed: a row may hold from a day that another row names. #}
{%- for column in within %}
{%- set until = column | replace('_from', '_until') %}
moments_{{ loop.index }} as (
    select {{ whole | join(', ') }}, {{ column }} as {{ column }}_at from {{ model }}
    union distinct
    select {{ whole | join(', ') }}, {{ until }} as {{ column }}_at from {{ model }}
    where {{ until }} < {{ until_further_notice() }}
),
{%- endfor %}

crossed as (
    select
        moments_1.*
        {%- for column in within[1:] %},
        moments_{{ loop.index + 1 }}.{{ column }}_at
        {%- endfor %}
    from moments_1
    {%- for column in within[1:] %}
    inner join moments_{{ loop.index + 1 }} using ({{ whole | join(', ') }})
    {%- endfor %}
)

select
    {%- for column in whole %}
    crossed.{{ column }},
    {%- endfor %}
    {%- for column in within %}
    crossed.{{ column }}_at,
    {%- endfor %}
    sum(model.share) as share_total
from crossed
left join {{ model }} as model
    on
        {%- for column in whole %}
        crossed.{{ column }} = model.{{ column }} and
        {%- endfor %}
        {%- for column in within %}
        {%- set until = column | replace('_from', '_until') %}
        model.{{ column }} <= crossed.{{ column }}_at
        and model.{{ until }} > crossed.{{ column }}_at{{ ' and' if not loop.last }}
        {%- endfor %}
group by
    {%- for column in whole %}
    crossed.{{ column }},
    {%- endfor %}
    {%- for column in within %}
    crossed.{{ column }}_at{{ ',' if not loop.last }}
    {%- endfor %}
having sum(model.share) is null or abs(sum(model.share) - 1) > {{ share_tolerance() }}

{% endtest %}
