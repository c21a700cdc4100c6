-- Organisations that report, or are known: names, kinds, places, and their code on today's map.
select
    organisation_code,
    organisation_name,
    organisation_kind,
    organisation_type,
    cluster_group,
    benchmark_group,
    is_nhs_trust,
    is_known,
    legal_entity_code,
    region_code,
    icb_code,
    opened_on,
    closed_on,
    survey_comparable_from,
    current_organisation_code
from {{ ref('int_organisations') }}
