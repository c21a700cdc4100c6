-- Of which kind each organisation is counted in tables that add up by kinds of organisation too.
with volunteers as (
    select * from {{ ref('int_volunteers_known') }}
),

tables as (
    select * from {{ ref('disclosure_tables') }}
),

final as (
    select distinct
        tables.disclosure_table,
        volunteers.period_end,
        volunteers.organisation_code,
        volunteers.organisation_type as organisation_kind
    from volunteers
    inner join tables
        on tables.disclosure_table in ('volunteers_active', 'volunteer_hours')
    where volunteers.breakdown_type = 'organisation_type'
)

select * from final
