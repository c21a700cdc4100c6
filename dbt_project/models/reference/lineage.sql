-- The relations that each metric is made of, from the raw tables on, by the project's own graph.
with walked as (
    select steps.*
    from (
        values
        {%- for row in lineage_rows() or [[none, none, none, none, none]] %}
        (
            {%- for text in row -%}
            {{ "'" ~ text ~ "'" if text else 'null' }}{{ ', ' if not loop.last }}
            {%- endfor -%}
        ){{ ',' if not loop.last }}
        {%- endfor %}
    ) as steps (metric_id, layer, relation, file_path, reads_relations)
),

final as (
    select
        cast(metric_id as {{ dbt.type_string() }}) as metric_id,
        case layer
            when 'reference' then 1
            when 'raw' then 2
            when 'staging' then 3
            when 'intermediate' then 4
            else 5
        end as layer_number,
        cast(layer as {{ dbt.type_string() }}) as layer,
        cast(relation as {{ dbt.type_string() }}) as relation,
        cast(file_path as {{ dbt.type_string() }}) as file_path,
        cast(reads_relations as {{ dbt.type_string() }}) as reads_relations
    from walked
    where metric_id is not null
)

select * from final
