-- Row 14(i): new money for professional development passed to employers since April, over the money
-- committed for the year. It runs up, so that the last day of a year is the year.
with funding as (
    select
        *,
        committed_gbp > 0 as has_rate
    from {{ ref('int_cpd_funding_summed') }}
),

final as (
    {{ as_observations(
        'funding',
        measure_id="'cpd_released_pct'",
        definition_id="'financial_year_to_date'",
        period_type="'financial_year_to_date'",
        value='case when has_rate then 100 * released_gbp / committed_gbp end',
        numerator='released_gbp',
        denominator='committed_gbp',
        base_count='null',
        availability_status="case when availability_status <> 'observed'
            then availability_status else " ~ observed_where('has_rate') ~ ' end',
        is_provisional='false',
        is_derived='true'
    ) }}
)

select * from final
