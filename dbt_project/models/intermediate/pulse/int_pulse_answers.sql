-- Answers in the waves of the pulse with the place of each participant, as known on each day that
-- results arrived. England's own rows have no organisation.
with results as (
    select * from {{ ref('stg_people_pulse__results') }}
),

organisations as (
    select * from {{ ref('int_organisations_known') }}
),

known as (
    {{ returns_as_known('results', ['period_start', 'period_end'], body='organisation_code') }}
),

final as (
    select
        known.pulse_item,
        known.period_start,
        known.period_end,
        known.organisation_code,
        organisations.icb_code,
        organisations.region_code,
        case when known.is_total then 'all' else 'role' end as breakdown_type,
        case when known.is_total then 'all' else known.respondent_role end as breakdown_value,
        known.positive_answers,
        known.valid_answers,
        known.availability_status,
        known.is_synthetic,
        known.known_on,
        known.known_file_id
    from known
    left join organisations
        on {{ is_organisation_as_known('known', 'known_on') }}
)

select * from final
