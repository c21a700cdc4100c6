{# A metric of the staff survey as observations: unweighted shares from the detailed workbooks and
   weighted ones from the benchmark workbooks, each by its own definition and never mixed. #}
{% macro survey_observations(unweighted, weighted) -%}
    {{ as_observations(
        unweighted,
        definition_id="'nss_unweighted'",
        period_type="'survey_year'",
        numerator='null',
        denominator='null',
        is_provisional='false'
    ) }}
    union all
    {{ as_observations(
        weighted,
        definition_id="'nss_weighted'",
        period_type="'survey_year'",
        numerator='null',
        denominator='null',
        is_provisional='false',
        is_derived='false'
    ) }}
{%- endmacro %}
