-- Hidden parts of an organisation's total that no pair of totals keeps already: one row a part.
{%- set table = ['disclosure_table', 'period_type', 'period_start', 'period_end'] %}
{%- set row = table + ['organisation_code', 'breakdown_type'] %}

with parts as (
    select
        *,
        count(case when is_left_out then 1 end) over (partition by {{ row | join(', ') }})
            as left_out_parts
    from {{ ref('int_disclosure_figures') }}
    where is_part
),

pairs_of_totals as (
    select * from {{ ref('int_disclosure_partners_of_totals') }}
),

final as (
    select
        parts.{{ (row + [
            'breakdown_value', 'icb_code', 'region_code', 'amount', 'is_left_out',
            'part_breakdowns', 'left_out_parts',
        ]) | join(',\n        parts.') }}
    from parts
    left join pairs_of_totals
        on
            {{ same_columns('parts', 'pairs_of_totals', table + ['organisation_code']) }}
            and parts.breakdown_type = pairs_of_totals.companion_type
            and parts.breakdown_value = pairs_of_totals.companion_value
    where
        parts.is_hidden
        and pairs_of_totals.disclosure_table is null
        -- Two of one total that add to nothing else keep each other.
        and (not parts.is_left_out or parts.left_out_parts = 1)
)

select * from final
