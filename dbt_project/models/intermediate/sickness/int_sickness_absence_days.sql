-- Days lost and available of every organisation and month, by definition and breakdown, unsummed.
with rates as (
    select * from {{ ref('stg_sickness_absence__organisation_months') }}
    where availability_status <> 'quarantined'
),

benchmarking as (
    select * from {{ ref('stg_sickness_absence__staff_group_months') }}
    where availability_status <> 'quarantined'
),

organisations as (
    select * from {{ ref('int_organisations_known') }}
),

staff_groups as (
    select * from {{ ref('staff_groups') }}
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
        {{ organisation_month('rates') }}
    from rates
    cross join rates_breakdowns
),

-- The published total serves as `all` and by benchmark group; the rows below it, by staff group.
benchmarking_breakdowns as (
    select
        breakdowns.breakdown_type,
        breakdowns.is_total
    from (
        values ('all', true), ('benchmark_group', true), ('staff_group', false)
    ) as breakdowns (breakdown_type, is_total)
),

benchmarking_cells as (
    select
        '_benchmarking' as source_suffix,
        benchmarking_breakdowns.breakdown_type,
        case benchmarking_breakdowns.breakdown_type
            when 'all' then 'all'
            when 'benchmark_group' then benchmarking.benchmark_group
            else coalesce(staff_groups.staff_group_name, benchmarking.staff_group)
        end as breakdown_value,
        {{ organisation_month('benchmarking') }}
    from benchmarking
    inner join benchmarking_breakdowns
        on benchmarking.is_total = benchmarking_breakdowns.is_total
    left join staff_groups
        on lower(benchmarking.staff_group) = staff_groups.staff_group_label
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
