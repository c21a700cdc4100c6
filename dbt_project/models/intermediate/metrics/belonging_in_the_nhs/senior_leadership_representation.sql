-- Row 9: the BME share of senior leaders whose ethnicity is known, and of the whole workforce
-- beside it. Who is senior is a matter of definition. People of unknown ethnicity, or under a
-- discontinued code, are outside the share and inside base_count. Women's share (part b) has no
-- source here.
with headcounts as (
    select
        *,
        case grade_scope
            when 'all_grades' then 'bme_workforce_pct' else 'senior_leaders_bme_pct'
        end as measure_id,
        case grade_scope
            when 'all_grades' then 'workforce_tables' else grade_scope
        end as definition_id
    from {{ ref('int_ethnicity_headcounts') }}
),

final as (
    {{ as_observations(
        'headcounts',
        period_type="'snapshot_date'",
        period_start=first_day('period_end'),
        geography_level="'england'",
        organisation_code=england(),
        icb_code='null',
        region_code='null',
        value='100.0 * bme_headcount / nullif(known_headcount, 0)',
        numerator='bme_headcount',
        denominator='known_headcount',
        base_count='headcount',
        availability_status=observed_where('known_headcount > 0'),
        is_provisional='false',
        is_derived='true'
    ) }}
)

select * from final
