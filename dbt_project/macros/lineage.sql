{# What each metric model is made of, walked through the project's own graph. #}

{# Rows of (metric_id, layer, relation, file_path, reads) as text, one a relation before a metric
   model or itself. Reference data are a map: nothing before them is walked. #}
{% macro lineage_rows() -%}
    {%- set rows = [] -%}
    {%- set nodes = dict(graph.nodes, **graph.sources) if execute else {} -%}
    {%- for metric in nodes.values() | selectattr('resource_type', 'equalto', 'model')
            if metric.schema == 'metrics' -%}
        {%- set waiting = [metric.unique_id] -%}
        {%- for unique_id in waiting -%}
            {%- set node = nodes[unique_id] -%}
            {%- set parents = [] -%}
            {%- if node.resource_type == 'model' and node.schema != 'reference' -%}
                {%- for parent in node.depends_on.nodes if parent not in parents -%}
                    {%- do parents.append(parent) -%}
                {%- endfor -%}
            {%- endif -%}
            {%- set reads = [] -%}
            {%- for parent in parents -%}
                {%- do reads.append(nodes[parent].schema ~ '.' ~ nodes[parent].name) -%}
                {%- if parent not in waiting -%}{%- do waiting.append(parent) -%}{%- endif -%}
            {%- endfor -%}
            {%- do rows.append([
                metric.name,
                node.schema,
                node.schema ~ '.' ~ node.name,
                none if node.resource_type == 'source' else node.original_file_path,
                reads | sort | join('|') or none,
            ]) -%}
        {%- endfor -%}
    {%- endfor -%}
    {{ return(rows) }}
{%- endmacro %}
