-- Row 3: sickness absence rate, beside the days lost and available that it is made of. A rate is a
-- sum of days over a sum of days of one file, never an average of rates. The release workbook gives
-- rates without days: they stand as printed.
with summed as (
    select
        *,
        case
            when fte_days_available = 0 then 'not_applicable' else availability_status
        end as rate_availability_status
    from {{ ref('int_sickness_absence_days_summed') }}
),

printed_rates as (
    select * from {{ ref('int_sickness_absence_printed_rates') }}
),

final as (
    {{ as_observations(
        'summed',
        measure_id="'sickness_absence_rate_trusts'",
        period_type="'calendar_month'",
        value='100 * fte_days_lost / nullif(fte_days_available, 0)',
        numerator='fte_days_lost',
        denominator='fte_days_available',
        base_count='null',
        availability_status='rate_availability_status',
        is_provisional='false'
    ) }}

    union all

    {{ as_observations(
        'printed_rates',
        measure_id="'sickness_absence_rate_trusts'",
        definition_id="'all_organisations'",
        period_type="'calendar_month'",
        icb_code='null',
        value='sickness_absence_rate_pct',
        numerator='null',
        denominator='null',
        base_count='null',
        is_provisional='false',
        is_derived='false'
    ) }}

    union all

    {{ as_observations(
        'summed',
        measure_id="'sickness_fte_days_lost'",
        period_type="'calendar_month'",
        value='fte_days_lost',
        numerator='null',
        denominator='null',
        base_count='null',
        is_provisional='false'
    ) }}

    union all

    {{ as_observations(
        'summed',
        measure_id="'sickness_fte_days_available'",
        period_type="'calendar_month'",
        value='fte_days_available',
        numerator='null',
        denominator='null',
        base_count='null',
        is_provisional='false'
    ) }}
)

select * from final
