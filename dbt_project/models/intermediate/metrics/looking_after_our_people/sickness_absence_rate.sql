-- Row 3: sickness absence rate, beside the days lost and available that it is made of, by month and
-- by quarter. A rate is a sum of days over a sum of days, never an average of rates. The release
-- workbook gives rates without days: they stand as printed.
{%- set measured = [
    'definition_id', 'period_start', 'period_end', 'geography_level', 'organisation_code',
    'icb_code', 'region_code', 'breakdown_type', 'breakdown_value', 'fte_days_lost',
    'fte_days_available', 'availability_status', 'is_derived', 'is_synthetic', 'published_on',
    'file_id',
] %}

with periods as (
    select
        'calendar_month' as period_type,
        {{ measured | join(', ') }}
    from {{ ref('int_sickness_absence_days_summed') }}

    union all

    select
        'financial_quarter' as period_type,
        {{ measured | join(', ') }}
    from {{ ref('int_sickness_absence_quarters') }}
),

summed as (
    select
        *,
        case
            when fte_days_available = 0 then 'not_applicable' else availability_status
        end as rate_availability_status
    from periods
),

printed_rates as (
    select * from {{ ref('int_sickness_absence_printed_rates') }}
),

final as (
    {{ as_observations(
        'summed',
        measure_id="'sickness_absence_rate_trusts'",
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

    {%- for days in ['fte_days_lost', 'fte_days_available'] %}
    {{ as_observations(
        'summed',
        measure_id="'sickness_" ~ days ~ "'",
        value=days,
        numerator='null',
        denominator='null',
        base_count='null',
        is_provisional='false'
    ) }}
    {%- if not loop.last %}

    union all
    {% endif %}
    {%- endfor %}
)

select * from final
