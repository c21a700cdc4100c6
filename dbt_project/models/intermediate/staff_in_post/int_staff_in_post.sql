-- Staff in post at the end of a month, by staff group: the stocks that four publications carry.
-- Each is its own definition: the turnover files leave resident doctors out, headcount sums count
-- people with two posts twice. What a publication does not carry as a column stands here.
{%- set text = dbt.type_string() %}
{%- set columns = [
    'count_unit', 'geography_level', 'organisation_code', 'icb_code', 'region_code', 'staff',
    'is_derived',
] %}
{%- set turnover = {
    'definition_id': 'turnover_stock',
    'from': 'turnover',
    'is_derived': 'true',
} %}
{%- set stocks = [
    {
        'definition_id': 'workforce_stats',
        'from': 'workforce',
        'is_derived': "geography_level <> 'organisation'",
    },
    dict(turnover, count_unit="'headcount'", staff='end_headcount'),
    dict(turnover, count_unit="'fte'", staff='end_fte'),
    {
        'definition_id': 'nationality_tables',
        'from': 'nationality',
        'icb_code': 'cast(null as ' ~ text ~ ')',
        'region_code': "case when geography_level = 'region' then organisation_code end",
        'is_derived': 'true',
    },
    {
        'definition_id': 'ethnicity_tables',
        'from': 'ethnicity',
        'count_unit': "'headcount'",
        'geography_level': "'england'",
        'organisation_code': england(),
        'icb_code': 'cast(null as ' ~ text ~ ')',
        'region_code': 'cast(null as ' ~ text ~ ')',
        'staff': 'headcount',
        'is_derived': 'true',
    },
] %}

with workforce as (
    select * from {{ ref('int_workforce_staff') }}
),

turnover as (
    select * from {{ ref('int_workforce_flows') }}
    where not is_added_up
),

nationality as (
    select * from {{ ref('int_staff_by_nationality') }}
),

ethnicity as (
    select * from {{ ref('int_ethnicity_headcounts') }}
    where grade_scope = 'all_grades' and breakdown_type in ('all', 'staff_group')
),

final as (
    {%- for stock in stocks %}
    select
        '{{ stock.definition_id }}' as definition_id,
        {%- for column in columns %}
        {{ stock[column] ~ ' as ' if column in stock }}{{ column }},
        {%- endfor %}
        period_end,
        breakdown_type,
        breakdown_value,
        is_synthetic,
        published_on,
        file_id
    from {{ stock['from'] }}
    {%- if not loop.last %}

    union all
    {% endif %}
    {%- endfor %}
)

select * from final
