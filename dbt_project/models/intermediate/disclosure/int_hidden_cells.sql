-- Cells that may not be shown, and the day until which no vintage of them may: all vintages of what
-- is hidden itself, and those of a sum from before everything hidden in it was there, as the
-- difference of two would be what came last. One row a cell.
{%- set table = ['disclosure_table', 'period_type', 'period_start', 'period_end'] %}
{%- set column = ['breakdown_type', 'breakdown_value'] %}
{%- set cell = table + ['geography_level', 'organisation_code'] + column %}

with cells as (
    select * from {{ ref('int_disclosure_cells') }}
),

organisations as (
    select * from {{ ref('int_hidden_in_organisations') }}
),

in_base_period as (
    select
        {{ cell | join(', ') }},
        {{ last_of_days() }} as hidden_until
    from organisations

    {%- for beside in ['int_disclosure_row_companions', 'int_disclosure_sums'] %}

    union all

    select
        {{ cell | join(', ') }},
        {{ last_of_days() }} as hidden_until
    from {{ ref(beside) }}
    {%- endfor %}

    union all

    select
        {{ cell | join(', ') }},
        hidden_until
    from {{ ref('int_hidden_until_all_is_there') }}
),

-- A longer period is a sum of shorter ones: it holds what they hide.
in_longer_period as (
    select
        longer.{{ cell | join(', longer.') }},
        in_base_period.hidden_until
    from in_base_period
    inner join cells as longer
        on
            {{ same_columns('in_base_period', 'longer', [
                'disclosure_table', 'geography_level', 'organisation_code',
            ] + column) }}
            and longer.period_type <> longer.base_period_type
            and in_base_period.period_start >= longer.period_start
            and in_base_period.period_end <= longer.period_end
),

final as (
    select
        {{ cell | join(', ') }},
        max(hidden_until) as hidden_until
    from (
        select * from in_base_period
        union all
        select * from in_longer_period
    ) as hidden
    group by {{ cell | join(', ') }}
)

select * from final
