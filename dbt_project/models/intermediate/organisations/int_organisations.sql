-- Every organisation that any release names, on one list and with its code on today's map.
-- Organisations unknown to the reference data report all the same: they are kept, and marked.
with described as (
    select * from {{ ref('int_organisations_described') }}
),

successors as (
    select * from {{ ref('int_organisation_successors') }}
),

-- The ends of chains may be named nowhere else.
organisation_codes as (
    select organisation_code from described
    union distinct
    select successors.current_organisation_code as organisation_code
    from successors
    inner join described
        on successors.organisation_code = described.organisation_code
),

referenced as (
    select icb_code as organisation_code from {{ ref('stg_ods__icbs') }}
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
        coalesce(
            successors.current_organisation_code, organisation_codes.organisation_code
        ) as current_organisation_code
    from organisation_codes
    left join described
        on organisation_codes.organisation_code = described.organisation_code
    left join successors
        on organisation_codes.organisation_code = successors.organisation_code
    left join referenced
        on organisation_codes.organisation_code = referenced.organisation_code
),

final as (
    select
        organisation_code,
        organisation_name,
        organisation_type,
        cluster_group,
        benchmark_group,
        {{ is_trust('is_in_trust_register', 'organisation_code', 'organisation_name') }}
            as is_nhs_trust,
        is_in_trust_register or is_referenced as is_known,
        region_code,
        icb_code,
        opened_on,
        closed_on,
        current_organisation_code
    from organisations
)

select * from final
