-- What units add up to within each larger unit: sums by the kind of unit that they are of, and what
-- lies in no such unit.
{%- set subject = [
    'measure_id', 'definition_id', 'period_type', 'period_start', 'period_end',
    'breakdown_type', 'breakdown_value', 'quantity',
] %}
{%- set outside = {
    'icb': 'icb_code is null or icb_code = region_code',
    'region': 'region_code is null',
} %}

with placed as (
    select * from {{ ref('int_geography_placed') }}
),

sums as (
    select
        {{ subject | join(', ') }},
        parent_level,
        parent_code,
        child_level,
        sum(amount) as parts_amount,
        count(*) as part_count,
        count(*) - count(amount) as part_without_value_count,
        min(published_on) as first_published_on,
        max(published_on) as last_published_on
    from placed
    group by {{ subject | join(', ') }}, parent_level, parent_code, child_level
),

-- Bodies that lie in no board, or in no region, but in what is above it.
outside as (
    {%- for child_level, condition in outside.items() %}
    select
        {{ subject | join(', ') }},
        parent_level,
        parent_code,
        '{{ child_level }}' as child_level,
        sum(amount) as outside_amount,
        count(*) - count(amount) as outside_without_value_count
    from placed
    where geography_level = 'organisation' and parent_level <> 'icb' and ({{ condition }})
    group by {{ subject | join(', ') }}, parent_level, parent_code
    {%- if not loop.last %}

    union all
    {% endif %}
    {%- endfor %}
),

hidden_above as (
    select * from {{ ref('int_geography_hidden_above') }}
),

final as (
    select
        sums.*,
        outside.outside_amount,
        outside.outside_without_value_count,
        hidden_above.hidden_above_amount
    from sums
    left join outside
        on
            {%- for column in subject %}
            sums.{{ column }} = outside.{{ column }} and
            {%- endfor %}
            sums.parent_level = outside.parent_level
            and sums.parent_code = outside.parent_code
            and sums.child_level = outside.child_level
    left join hidden_above
        on
            {%- for column in subject if column != 'period_start' %}
            sums.{{ column }} = hidden_above.{{ column }} and
            {%- endfor %}
            sums.parent_level = hidden_above.parent_level
            and sums.parent_code = hidden_above.parent_code
            and sums.child_level = hidden_above.child_level
)

select * from final
