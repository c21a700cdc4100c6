-- Row 4: people assessed over people in scope, of the newest return of each trust that is not over
-- 100 per cent; for England the collector's percentage where there is one.
with newest as (
    select *
    from risk_assessments
    where not is_over
    qualify row_number() over (
        partition by assessed_on, organisation_code, population order by sent_on desc
    ) = 1
), shown as (
    select
        assessed_on,
        population,
        region_code,
        icb_code,
        organisation_code,
        case
            when is_blank then 'not_collected'
            when is_hidden then 'suppressed_source'
            else 'observed'
        end as status,
        if(status = 'observed', staff_assessed, null) as assessed,
        if(status = 'observed', staff_in_scope, null) as in_scope,
    from newest
), cells as (
    select
        assessed_on,
        population,
        geography_level,
        unit_code,
        sum(assessed) as assessed,
        sum(in_scope) as in_scope,
        max(status) filter (status <> 'observed') as gap,
    from in_units('shown')
    group by all
), quoted as (
    select
        cells.*,
        quotes.staff_assessed_pct,
    from cells
    left join risk_assessment_quotes as quotes
        on cells.geography_level = 'england'
        and cells.assessed_on = quotes.assessed_on
        and cells.population = quotes.population
)
select
    'risk_assessment_completed_pct' as measure_id,
    population as definition_id,
    cast(date_trunc('month', assessed_on) as date) as period_start,
    assessed_on as period_end,
    geography_level,
    unit_code as organisation_code,
    'all' as breakdown_type,
    'all' as breakdown_value,
    case
        when staff_assessed_pct is not null then 'observed'
        when assessed is null then gap
        when geography_level = 'organisation' and assessed < 5 then 'suppressed_project'
        when in_scope = 0 then 'not_applicable'
        else 'observed'
    end as availability_status,
    case
        when availability_status = 'observed'
            then coalesce(staff_assessed_pct, 100.0 * assessed / in_scope)
    end as value,
from quoted
