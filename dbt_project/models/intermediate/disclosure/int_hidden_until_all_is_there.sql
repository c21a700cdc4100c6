-- Sums that hold hidden cells, and the day until which their vintages are not shown: of no two that
-- are shown does one lack a hidden cell that the other holds, as their difference would be that
-- cell. What was left blank at last adds to the sums of before alone.
{%- set table = ['disclosure_table', 'period_type', 'period_start', 'period_end'] %}
{%- set column = ['breakdown_type', 'breakdown_value'] %}
{%- set cell = table + ['geography_level', 'organisation_code'] + column %}

with organisations as (
    select * from {{ ref('int_hidden_in_organisations') }}
),

cells as (
    select * from {{ ref('int_disclosure_cells') }}
),

holders as (
    {%- for level, unit in {
        'icb': 'icb_code', 'region': 'region_code', 'england': england(),
    }.items() %}
    select
        cells.{{ table | join(', cells.') }},
        '{{ level }}' as geography_level,
        {{ unit }} as organisation_code,
        cells.{{ column | join(', cells.') }},
        case when cells.is_left_out then cells.last_published_on else cells.first_published_on end
            as settled_on
    from organisations
    inner join cells
        on {{ same_columns('organisations', 'cells', cell) }}
    {%- if not loop.last %}

    union all
    {% endif %}
    {%- endfor %}
),

final as (
    select
        holders.{{ cell | join(', holders.') }},
        max(holders.settled_on) as hidden_until
    from holders
    inner join cells
        on {{ same_columns('holders', 'cells', cell) }}
    where holders.settled_on <= cells.last_published_on
    group by holders.{{ cell | join(', holders.') }}
)

select * from final
