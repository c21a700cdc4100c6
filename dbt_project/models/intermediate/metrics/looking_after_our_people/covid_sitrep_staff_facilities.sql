-- Row 25: trusts that provided each facility for their staff, of those that reported on it. Annex A
-- prints no unit; base_count says how many trusts were asked.
with answers as (
    select * from {{ ref('stg_covid_sitrep__facilities') }}
),

known as (
    {{ returns_as_known('answers', ['period_end'], body='organisation_code') }}
),

facilities as (
    select distinct facility from answers
),

trusts as (
    select
        trusts_asked.*,
        'sitrep_' || facilities.facility as measure_id,
        known.is_provided
    from {{ ref('int_trusts_asked') }} as trusts_asked
    cross join facilities
    left join known
        on
            trusts_asked.period_end = known.period_end
            and trusts_asked.known_on = known.known_on
            and trusts_asked.organisation_code = known.organisation_code
            and facilities.facility = known.facility
    where trusts_asked.publication_id = 'covid_sitrep'
),

cells as (
    {{ in_every_reporting_unit('trusts', ['england', 'region', 'icb']) }}
),

counted as (
    select
        measure_id,
        period_end,
        geography_level,
        unit_code as organisation_code,
        min(unit_icb_code) as icb_code,
        min(unit_region_code) as region_code,
        count(case when is_provided then 1 end) as providing_trusts,
        count(is_provided) as reporting_trusts,
        count(*) as asked_trusts,
        bool_or(is_synthetic) as is_synthetic,
        known_on,
        known_file_id
    from cells
    group by measure_id, period_end, geography_level, unit_code, known_on, known_file_id
),

final as (
    {{ as_observations(
        'counted',
        definition_id="'of_reporting_trusts'",
        period_type="'quarter_end_snapshot'",
        period_start=first_day('period_end'),
        breakdown_type="'all'",
        breakdown_value="'all'",
        value='100 * cast(providing_trusts as double) / nullif(reporting_trusts, 0)',
        numerator='providing_trusts',
        denominator='reporting_trusts',
        base_count='asked_trusts',
        availability_status="case when reporting_trusts > 0 then 'observed' "
            ~ "else 'not_collected' end",
        is_provisional='false',
        is_derived='true',
        published_on='known_on',
        file_id='known_file_id'
    ) }}
)

select * from final
