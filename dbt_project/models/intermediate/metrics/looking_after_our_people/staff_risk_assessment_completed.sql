-- Row 4: staff with a completed COVID-19 risk assessment over the staff in the population, which is
-- the definition. England's percentages of July 2020 stand as they were given, without people.
with assessed as (
    select
        *,
        coalesce(
            {{ is_small_number(
                'geography_level', 'staff_assessed', disclosure_rule_id='local_lt5'
            ) }},
            false
        ) as is_small,
        staff_assessed_pct is not null or staff_in_scope > 0 as has_rate
    from {{ ref('int_staff_risk_assessed') }}
),

judged as (
    select
        *,
        case
            when availability_status <> 'observed' then availability_status
            when is_small then 'suppressed_project'
            else {{ observed_where('has_rate') }}
        end as status
    from assessed
),

final as (
    {{ as_observations(
        'judged',
        measure_id="'risk_assessment_completed_pct'",
        definition_id='population',
        period_type="'snapshot_date'",
        period_start=first_day('period_end'),
        breakdown_type="'all'",
        breakdown_value="'all'",
        value='coalesce(staff_assessed_pct, 100.0 * staff_assessed / nullif(staff_in_scope, 0))',
        numerator='staff_assessed',
        denominator='staff_in_scope',
        base_count='null',
        availability_status='status',
        is_provisional='false',
        is_derived='staff_assessed_pct is null'
    ) }}
)

select * from final
