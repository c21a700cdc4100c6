-- Pounds committed and released in every reporting unit, as known when each return came, in all and
-- by profession. Money that no employer holds counts for its region and for England.
with returned as (
    select * from {{ ref('stg_hee_cpd__allocations') }}
    where availability_status <> 'quarantined'
),

known as (
    {{ as_known_when_received(
        'returned',
        period=['period_start', 'period_end'],
        row_key=['region_code', 'organisation_code', 'profession'],
        columns=['committed_gbp', 'released_gbp']
    ) }}
),

organisations as (
    select * from {{ ref('int_organisations_known') }}
),

breakdowns as (
    select breakdowns.breakdown_type
    from (values ('all'), ('profession')) as breakdowns (breakdown_type)
),

placed as (
    select
        known.period_start,
        known.period_end,
        known.organisation_code,
        organisations.icb_code,
        coalesce(organisations.region_code, known.region_code) as region_code,
        breakdowns.breakdown_type,
        case breakdowns.breakdown_type when 'all' then 'all' else known.profession end
            as breakdown_value,
        case when known.availability_status = 'observed' then known.committed_gbp end
            as committed_gbp,
        case when known.availability_status = 'observed' then known.released_gbp end
            as released_gbp,
        known.availability_status,
        known.is_own,
        known.is_synthetic,
        known.published_on,
        known.file_id
    from known
    cross join breakdowns
    left join organisations
        on {{ is_organisation_as_known('known', 'published_on') }}
),

cells as (
    {{ in_every_reporting_unit('placed', ['england', 'region', 'icb', 'organisation']) }}
),

final as (
    select
        period_start,
        period_end,
        geography_level,
        unit_code as organisation_code,
        min(unit_icb_code) as icb_code,
        min(unit_region_code) as region_code,
        breakdown_type,
        breakdown_value,
        {{ exact_sum('committed_gbp') }} as committed_gbp,
        {{ exact_sum('released_gbp') }} as released_gbp,
        {{ status_of_sum('released_gbp') }} as availability_status,
        bool_or(is_synthetic) as is_synthetic,
        published_on,
        file_id
    from cells
    group by
        period_start, period_end, geography_level, unit_code, breakdown_type, breakdown_value,
        published_on, file_id
    having bool_or(is_own)
)

select * from final
