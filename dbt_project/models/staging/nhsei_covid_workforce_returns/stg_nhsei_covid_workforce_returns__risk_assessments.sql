-- Staff in scope and staff assessed for COVID-19 risk, by trust, population and day. Where more are
-- assessed than are in scope, bank or locum staff stand in the numerator only: quarantined as they
-- are, never clipped. A percentage counts only where the people behind it are not given.
with source as (
    select * from {{ source('raw', 'nhsei_covid_workforce_returns__risk_assessments') }}
),

typed as (
    select
        *,
        {{ number('staff_in_scope') }} as in_scope,
        {{ number('staff_assessed') }} as assessed,
        {{ number('staff_assessed_pct') }} as assessed_pct,
        {{ availability_status('staff_in_scope', blank='not_collected') }} as scope_status,
        {{ availability_status('staff_assessed', blank='not_collected') }} as assessed_status
    from source
),

final as (
    select
        {{ published_date('assessed_on') }} as period_end,
        trim(organisation_code) = {{ england() }} as is_national,
        nullif(trim(organisation_code), {{ england() }}) as organisation_code,
        {{ trimmed('organisation_name') }} as organisation_name,
        trim(population) as population,
        cast(in_scope as bigint) as staff_in_scope,
        cast(assessed as bigint) as staff_assessed,
        cast({{ number('mitigation_agreed') }} as bigint) as mitigation_agreed,
        case when in_scope is null and assessed is null then assessed_pct end
            as staff_assessed_pct,
        case
            when assessed > in_scope or assessed_pct > 100 then 'quarantined'
            when in_scope is null and assessed is null and assessed_pct is not null
                then 'observed'
            when assessed_status <> 'observed' then assessed_status
            else scope_status
        end as availability_status,
        {{ provenance() }}
    from typed
)

select * from final
