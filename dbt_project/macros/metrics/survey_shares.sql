{# The share of a survey question's answers that are positive, from published percentages. #}

{# One row per measure, respondent group and file. The relation says of each answer whether it
   is_positive and whether it is_in_base. Where everybody who answered is in the base, the share is
   the sum of the positive percentages as printed; otherwise it is positive over base, and base_count
   shrinks to the people in it. Published percentages are means of organisation means: they have no
   numerator. A share that rests on a hidden answer is hidden. #}
{% macro survey_shares(answers) -%}
    {%- set cell = [
        'measure_id', 'period_start', 'period_end', 'geography_level', 'organisation_code',
        'icb_code', 'region_code', 'breakdown_type', 'breakdown_value',
        'is_synthetic', 'published_on', 'file_id',
    ] -%}
    {%- set positive_pct = exact_sum('case when is_positive then value_pct end') -%}
    {%- set base_pct = exact_sum('case when is_in_base then value_pct end') %}
    select
        {{ cell | join(',\n        ') }},
        case
            when count(case when is_in_base and value_pct is null then 1 end) > 0 then null
            when bool_and(is_in_base) then {{ positive_pct }}
            else
                100 * {{ positive_pct }} / nullif({{ base_pct }}, 0)
        end as value,
        case
            when bool_and(is_in_base) then max(base_count)
            else round(max(base_count) * {{ base_pct }} / 100)
        end as base_count,
        coalesce(
            max(case when is_in_base and value_pct is null then availability_status end),
            'observed'
        ) as availability_status,
        not bool_and(is_in_base) or count(case when is_positive then 1 end) > 1 as is_derived
    from {{ answers }}
    group by
        {{ cell | join(',\n        ') }}
{%- endmacro %}
