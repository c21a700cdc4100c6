-- Every observation as every release gave it, and what a release withdrew by leaving it out.
{{ config(materialized='view') }}

with final as (
    select
        {{ observation_columns() }}
    from {{ ref('int_observations_protected') }}

    union all

    select
        {{ observation_columns() }}
    from {{ ref('int_observations_withdrawn') }}
)

select * from final
