{# Labels of the quarterly update on primary care. #}

{# Whose figure it is: returns of practices or of networks, claims for additional roles, or the
   figure collated of the three. Another label stays as it is, for a test to find. #}
{% macro primary_care_source(label) -%}
    case
        when lower({{ label }}) like '%claim%' then 'claims'
        when lower({{ label }}) like '%collated%' or lower({{ label }}) like '%combined%'
            then 'collated'
        when lower({{ label }}) like '%network%' or lower({{ label }}) like '%pcn%' then 'networks'
        when lower({{ label }}) like '%practice%' then 'practices'
        else {{ tidied(label) }}
    end
{%- endmacro %}
