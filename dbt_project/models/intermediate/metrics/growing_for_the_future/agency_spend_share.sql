-- Row 22(ii): agency spend over pay, in pounds from April to the end of a quarter, and both
-- amounts. What pay is, with or without agency and bank, is a matter of definition. A unit whose
-- corrections outweigh its spend has no figure to show: it is quarantined.
with pay as (
    select
        *,
        total_pay_gbp - agency_spend_gbp - bank_spend_gbp as substantive_pay_gbp
    from {{ ref('int_pay_to_date') }}
),

measures as (
    select
        measures.measure_id,
        measures.definition_id
    from (
        values
        ('agency_spend_share_of_pay_ytd', 'of_total_pay'),
        ('agency_spend_share_of_pay_ytd', 'of_substantive_pay'),
        ('agency_spend_gbp', 'financial_year_to_date'),
        ('total_pay_gbp', 'financial_year_to_date')
    ) as measures (measure_id, definition_id)
),

amounts as (
    select
        pay.*,
        measures.measure_id,
        measures.definition_id,
        case measures.definition_id
            when 'of_total_pay' then pay.total_pay_gbp
            when 'of_substantive_pay' then pay.substantive_pay_gbp
        end as base_gbp,
        case measures.measure_id
            when 'total_pay_gbp' then pay.total_pay_gbp else pay.agency_spend_gbp
        end as amount_gbp
    from pay
    cross join measures
),

figures as (
    select
        *,
        case
            when base_gbp is null then amount_gbp
            else 100 * amount_gbp / nullif(base_gbp, 0)
        end as figure,
        case
            when amount_gbp < 0 or base_gbp < 0 or amount_gbp > base_gbp then 'quarantined'
            when base_gbp = 0 then 'not_applicable'
            else 'observed'
        end as availability_status
    from amounts
),

final as (
    {{ as_observations(
        'figures',
        period_type="'financial_year_to_date'",
        breakdown_type="'all'",
        breakdown_value="'all'",
        value="case when availability_status = 'observed' then figure end",
        numerator='case when base_gbp is not null then amount_gbp end',
        denominator='base_gbp',
        base_count='null',
        is_derived="measure_id = 'agency_spend_share_of_pay_ytd' or geography_level <> "
        ~ "'organisation'"
    ) }}
)

select * from final
