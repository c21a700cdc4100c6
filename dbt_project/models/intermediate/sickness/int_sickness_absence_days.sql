-- Days lost and available of every organisation and month, by definition and breakdown, unsummed.
with rates as (
    select * from {{ ref('stg_sickness_absence__organisation_months') }}
    where availability_status <> 'quarantined'
),

benchmarking as (
    select * from {{ ref('int_sickness_benchmarking_days') }}
),

organisations as (
    select * from {{ ref('int_organisations_known') }}
),

rates_breakdowns as (
    select breakdowns.breakdown_type
    from (values ('all'), ('organisation_type')) as breakdowns (breakdown_type)
),

rates_cells as (
    select
        '' as source_suffix,
        rates_breakdowns.breakdown_type,
        case rates_breakdowns.breakdown_type
            when 'all' then 'all'
            else rates.organisation_type
        end as breakdown_value,
        'organisation' as adds_from_level,
        {{ organisation_month('rates') }}
    from rates
    cross join rates_breakdowns
),

benchmarking_cells as (
    select
        '_benchmarking' as source_suffix,
        breakdown_type,
        breakdown_value,
        adds_from_level,
        {{ organisation_month('benchmarking') }}
    from benchmarking
),

cells as (
    select * from rates_cells
    union all
    select * from benchmarking_cells
),

-- Annex A asks for trusts. File types do not isolate them; the register and the code do.
definitions as (
    select
        definitions.definition,
        definitions.is_trusts_only
    from (
        values ('all_organisations', false), ('nhs_trusts', true)
    ) as definitions (definition, is_trusts_only)
),

final as (
    select
        definitions.definition || cells.source_suffix as definition_id,
        cells.*
    from cells
    left join organisations
        on {{ is_organisation_as_known('cells', 'published_on') }}
    inner join definitions
        on not definitions.is_trusts_only or coalesce(organisations.is_nhs_trust, false)
)

select * from final
