-- Every organisation that any release names, on one list and with its code on today's map.
-- Organisations unknown to the reference data report all the same: they are kept, and marked.
with described as (
    select * from {{ ref('int_organisations_described') }}
),

current_codes as (
    select * from {{ ref('int_organisations_current') }}
),

reporting_units as (
    select
        old_code as organisation_code,
        max(new_code) as legal_entity_code
    from {{ ref('int_organisation_changes') }}
    where change_kind = 'reporting_unit'
    group by old_code
),

comparability as (
    select
        organisation_code,
        max(coalesce(history_from_year, survey_year)) as survey_comparable_from
    from {{ ref('survey_org_comparability') }}
    group by organisation_code
),

-- What organisations became may be named nowhere else.
organisation_codes as (
    select organisation_code from described
    union distinct
    select current_codes.current_organisation_code as organisation_code
    from current_codes
    inner join described
        on current_codes.organisation_code = described.organisation_code
),

boards as (
    select distinct icb_code as organisation_code from {{ ref('stg_ods__icbs') }}
),

referenced as (
    select organisation_code from boards
    union distinct
    select region_code as organisation_code from {{ ref('regions') }}
    union distinct
    select old_code as organisation_code from {{ ref('int_organisation_changes') }}
    union distinct
    select new_code as organisation_code from {{ ref('int_organisation_changes') }}
),

organisations as (
    select
        organisation_codes.organisation_code,
        coalesce(described.organisation_name, organisation_codes.organisation_code)
            as organisation_name,
        coalesce(described.organisation_type, described.cluster_group) as organisation_type,
        described.cluster_group,
        described.benchmark_group,
        coalesce(described.is_in_trust_register, false) as is_in_trust_register,
        referenced.organisation_code is not null as is_referenced,
        described.region_code,
        described.icb_code,
        described.opened_on,
        described.closed_on,
        case
            when reporting_units.organisation_code is not null then 'reporting_unit'
            when boards.organisation_code is not null then 'icb'
            when regions.region_code is not null then 'region'
            when
                described.organisation_type = 'Clinical Commissioning Group'
                or described.organisation_name like '% CCG'
                then 'ccg'
            when
                described.organisation_type = 'Commissioning Support Unit'
                or described.organisation_name like '% Commissioning Support Unit'
                then 'support_unit'
        end as stated_kind,
        reporting_units.legal_entity_code,
        comparability.survey_comparable_from,
        coalesce(
            current_codes.current_organisation_code, organisation_codes.organisation_code
        ) as current_organisation_code
    from organisation_codes
    left join described
        on organisation_codes.organisation_code = described.organisation_code
    left join current_codes
        on organisation_codes.organisation_code = current_codes.organisation_code
    left join reporting_units
        on organisation_codes.organisation_code = reporting_units.organisation_code
    left join comparability
        on organisation_codes.organisation_code = comparability.organisation_code
    left join boards
        on organisation_codes.organisation_code = boards.organisation_code
    left join {{ ref('regions') }} as regions
        on organisation_codes.organisation_code = regions.region_code
    left join referenced
        on organisation_codes.organisation_code = referenced.organisation_code
),

judged as (
    select
        *,
        {{ is_trust('is_in_trust_register', 'organisation_code', 'organisation_name') }}
            as is_nhs_trust,
        is_in_trust_register or is_referenced as is_known
    from organisations
),

final as (
    select
        organisation_code,
        organisation_name,
        coalesce(stated_kind, case when is_nhs_trust then 'nhs_trust' else 'other' end)
            as organisation_kind,
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
    from judged
)

select * from final
