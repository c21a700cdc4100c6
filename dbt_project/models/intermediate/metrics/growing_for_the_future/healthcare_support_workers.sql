-- Row 18: healthcare support workers in three scopes. The recruitment programme counted nursing
-- support of bands 2 to 4, which is given on request, unpublished: small organisations are hidden.
-- The two wider scopes are staff groups, in the turnover files as well: definitions apart.
with by_staff_group as (
    select * from {{ ref('int_support_staff') }}
),

nursing_support as (
    select
        *,
        {{ is_small_number('geography_level', 'coalesce(headcount, fte)') }} as is_hidden
    from {{ ref('int_selected_roles') }}
    where selected_role = 'nursing_support_bands_2_to_4'
),

final as (
    {{ as_observations(
        'nursing_support',
        measure_id="'hcsw_fte'",
        definition_id='selected_role',
        period_type="'month_end_snapshot'",
        period_start=first_day('period_end'),
        value='fte',
        numerator='null',
        denominator='null',
        base_count='headcount',
        availability_status="case when is_hidden then 'suppressed_project' else 'observed' end",
        is_provisional='false',
        is_derived="geography_level <> 'organisation'"
    ) }}

    union all

    {{ as_observations(
        'by_staff_group',
        measure_id="'hcsw_fte'",
        period_type="'month_end_snapshot'",
        period_start=first_day('period_end'),
        breakdown_type="'all'",
        breakdown_value="'all'",
        value='fte',
        numerator='null',
        denominator='null',
        base_count='null',
        availability_status="'observed'",
        is_provisional='false'
    ) }}
)

select * from final
