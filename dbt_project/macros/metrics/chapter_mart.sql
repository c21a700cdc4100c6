{# A chapter's mart: its part of the described observations, in the columns and the order of the contract. #}

{# The columns are those of the model's own YAML, where the contract is: the only list of them. Rows stand in
   the order of Annex A, then by series and period, so that equal contents make equal files. #}
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
        {{ observation_series() | join(',\n        ') }},
        period_end nulls last
)

select * from final
{%- endmacro %}
