{# A chapter's mart: its part of the described observations, in the columns of the contract. #}

{# The columns are those of the model's own YAML, where the contract is: the only list of them. Rows
   stand in the order of Annex A, then by series and period: equal contents make equal files. #}
{% macro chapter_mart(chapter_id) -%}
with observations as (
    select * from {{ ref('int_observations_described') }}
    where chapter_id = '{{ chapter_id }}'
),

final as (
    select {{ model.columns | join(',\n        ') or '*' }}
    from observations
    order by
        annex_row_seq,
        measure_seq,
        scorecard_rank,
        geography_level,
        organisation_code,
        breakdown_type,
        breakdown_value,
        period_end
)

select * from final
{%- endmacro %}
