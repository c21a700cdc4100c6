-- Row 9: the BME and the women's share of senior leaders whose ethnicity or gender is known, and
-- their shares of the whole workforce beside them. Who is senior is a matter of definition, and so
-- is whose staff: the race equality standard counts trusts, the workforce tables more. People of
-- whom it is not known, or under a discontinued code, are outside the share, inside base_count.
{%- set counted = {
    'int_wres_headcounts': 'bme',
    'int_ethnicity_headcounts': 'bme',
    'int_gender_headcounts': 'women',
} %}

with headcounts as (
    {%- for model, group in counted.items() %}
    {%- set is_england_only = model != 'int_wres_headcounts' %}
    select
        '{{ group }}' as counted_group,
        grade_scope,
        period_end,
        {%- if is_england_only %}
        'england' as geography_level,
        {{ england() }} as organisation_code,
        cast(null as {{ dbt.type_string() }}) as region_code,
        'observed' as availability_status,
        {%- else %}
        geography_level,
        organisation_code,
        region_code,
        availability_status,
        {%- endif %}
        breakdown_type,
        breakdown_value,
        {{ group }}_headcount as group_headcount,
        known_headcount,
        headcount,
        is_synthetic,
        published_on,
        file_id
    from {{ ref(model) }}
    {%- if not loop.last %}

    union all
    {% endif %}
    {%- endfor %}
),

shares as (
    select
        *,
        case
            when grade_scope in ('all_grades', 'wres_workforce')
                then counted_group || '_workforce_pct'
            else 'senior_leaders_' || counted_group || '_pct'
        end as measure_id,
        case
            when grade_scope = 'all_grades' then 'workforce_tables' else grade_scope
        end as definition_id,
        availability_status = 'observed' as is_known
    from headcounts
),

final as (
    {{ as_observations(
        'shares',
        period_type="'snapshot_date'",
        period_start=first_day('period_end'),
        icb_code='null',
        value='case when is_known then 100.0 * group_headcount / nullif(known_headcount, 0) end',
        numerator='case when is_known then group_headcount end',
        denominator='case when is_known then known_headcount end',
        base_count='case when is_known then headcount end',
        availability_status='case when is_known then '
        ~ observed_where('known_headcount > 0') ~ ' else availability_status end',
        is_provisional='false',
        is_derived='true'
    ) }}
)

select * from final
