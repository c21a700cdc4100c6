-- Row 8: leavers over the average of the staff at the start and at the end of the window: from
-- active service (official); from organisations, moves among them, which gives more; as NHS England
-- quotes them, by a formula that is not known. Definitions of their own, never one line.
{%- set columns = [
    'definition_id', 'period_start', 'period_end', 'geography_level', 'organisation_code',
    'region_code', 'breakdown_type', 'breakdown_value', 'leavers_headcount', 'start_headcount',
    'end_headcount', 'is_synthetic', 'published_on', 'file_id',
] %}

with flows as (
    select
        cast(null as {{ dbt.type_string() }}) as icb_code,
        {{ columns | join(',\n        ') }}
    from {{ ref('int_national_turnover') }}

    union all

    select
        icb_code,
        {{ columns | join(',\n        ') }}
    from {{ ref('int_workforce_flows') }}
),

management_rates as (select * from {{ ref('stg_workforce_turnover__management_rates') }}),

averaged as (
    select
        *,
        cast(start_headcount + end_headcount as double) / 2 as average_headcount,
        case
            when definition_id = 'organisation_turnover_month' then 'calendar_month'
            else 'rolling_12_months'
        end as period_type
    from flows
),

-- Where more people left than worked there on average, a group closed or moved: there is no rate.
rates as (
    select
        *,
        average_headcount > 0 and leavers_headcount <= average_headcount as has_rate
    from averaged
),

final as (
    {{ as_observations(
        'rates',
        measure_id="'leaver_rate_official_headcount'",
        value='case when has_rate then 100 * leavers_headcount / average_headcount end',
        numerator='leavers_headcount',
        denominator='average_headcount',
        base_count='null',
        availability_status=observed_where('has_rate'),
        is_provisional='false',
        is_derived='true'
    ) }}

    union all

    {{ as_observations(
        'management_rates',
        measure_id="'leaver_rate_nhse_management'",
        definition_id="'nhse_management'",
        period_type="'rolling_12_months'",
        geography_level="'england'",
        organisation_code=england(),
        icb_code='null',
        region_code='null',
        breakdown_type="'all'",
        breakdown_value="'all'",
        value='leaver_rate_pct',
        numerator='null',
        denominator='null',
        base_count='null',
        is_provisional='false',
        is_derived='false'
    ) }}
)

select * from final
