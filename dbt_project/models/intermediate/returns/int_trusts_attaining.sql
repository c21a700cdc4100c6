-- Trusts at level 1 or above in e-rostering, in e-job planning and in both, of those that returned
-- it. A trust reaches the level when all the staff groups that it returned are there: this is our
-- reading, as Annex A does not say what a trust with several groups has reached.
{%- set measures = {
    'trusts_level1_both_pct': ['e_rostering_level', 'e_job_planning_level'],
    'trusts_level1_e_rostering_pct': ['e_rostering_level'],
    'trusts_level1_e_job_planning_pct': ['e_job_planning_level'],
} %}

with trusts_asked as (
    select * from {{ ref('int_trusts_asked') }}
    where publication_id = 'eroster_loa'
),

attained as (
    select * from {{ ref('int_attainment_levels') }}
),

-- A trust that is silent is asked about all its staff, not group by group.
final as (
    {%- for measure_id, levels in measures.items() %}
    select
        '{{ measure_id }}' as measure_id,
        trusts_asked.period_end,
        trusts_asked.known_on,
        trusts_asked.known_file_id,
        trusts_asked.organisation_code,
        trusts_asked.icb_code,
        trusts_asked.region_code,
        coalesce(attained.breakdown_type, 'all') as breakdown_type,
        coalesce(attained.breakdown_value, 'all') as breakdown_value,
        {{ levels | join(' is not null and ') }} is not null as has_returned,
        coalesce({{ levels | join(' >= 1 and ') }} >= 1, false) as has_attained,
        trusts_asked.has_register,
        trusts_asked.is_synthetic
    from trusts_asked
    left join attained
        on
            trusts_asked.period_end = attained.period_end
            and trusts_asked.known_on = attained.known_on
            and trusts_asked.organisation_code = attained.organisation_code
    {%- if not loop.last %}

    union all
    {% endif %}
    {%- endfor %}
)

select * from final
