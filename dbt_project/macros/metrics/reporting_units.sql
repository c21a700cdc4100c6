{# The units that figures are reported for, from England to a practice. #}

{# England's code in the Government Statistical Service register. #}
{% macro england() -%}
    'E92000001'
{%- endmacro %}


{# Each row once for every unit that it counts in, so that a plain `group by geography_level,
   unit_code` gives sums over sums at each level. Adds geography_level, unit_code, unit_icb_code and
   unit_region_code. Below England a level's code is its `<level>_code` column; rows without one
   count only in the levels above. A body outside every ICB is published under its region's code:
   that is not an ICB. #}
{% macro in_every_reporting_unit(relation, levels) -%}
    {%- set nothing = 'cast(null as ' ~ dbt.type_string() ~ ')' %}
    {%- for level in levels %}
    {%- set code = england() if level == 'england' else level ~ '_code' %}
    select
        {{ relation }}.*,
        '{{ level }}' as geography_level,
        {{ code }} as unit_code,
        {{ nothing if level in ('england', 'region') else 'icb_code' }} as unit_icb_code,
        {{ nothing if level == 'england' else 'region_code' }} as unit_region_code
    from {{ relation }}
    {%- if level == 'icb' %}
    where icb_code is distinct from region_code and icb_code is not null
    {%- elif level != 'england' %}
    where {{ code }} is not null
    {%- endif %}
    {%- if not loop.last %}

    union all
    {% endif %}
    {%- endfor %}
{%- endmacro %}
