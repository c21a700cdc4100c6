-- Staff, very senior managers and board members of trusts by ethnicity, for each reporting unit.
-- England is as printed, regions are sums of their trusts. A sum that rests on a hidden number is
-- hidden.
with people as (
    select
        period_end,
        geography_level as printed_level,
        region_code,
        cast(null as {{ dbt.type_string() }}) as icb_code,
        organisation_code,
        workforce,
        grade,
        bme_headcount,
        bme_headcount + white_headcount as known_headcount,
        bme_headcount + white_headcount + unknown_headcount as headcount,
        availability_status,
        is_synthetic,
        published_on,
        file_id
    from {{ ref('stg_wres__ethnicity_headcounts') }}
),

breakdowns as (
    select
        breakdowns.grade_scope,
        breakdowns.breakdown_type
    from (
        values
        ('wres_workforce', 'all'), ('wres_workforce', 'workforce'), ('wres_workforce', 'grade'),
        ('wres_vsm', 'all'), ('wres_vsm', 'workforce'),
        ('wres_board', 'all'), ('wres_board', 'board_role')
    ) as breakdowns (grade_scope, breakdown_type)
),

scoped as (
    select
        breakdowns.grade_scope,
        breakdowns.breakdown_type,
        case breakdowns.breakdown_type
            when 'all' then 'all'
            when 'workforce' then people.workforce
            else people.grade
        end as breakdown_value,
        people.*
    from people
    inner join breakdowns
        on
            (breakdowns.grade_scope = 'wres_board') = (people.workforce = 'board')
            and (breakdowns.grade_scope <> 'wres_vsm' or lower(people.grade) = 'vsm')
),

units as (
    {{ in_every_reporting_unit('scoped', ['england', 'region', 'organisation']) }}
),

final as (
    select
        period_end,
        geography_level,
        unit_code as organisation_code,
        min(unit_region_code) as region_code,
        grade_scope,
        breakdown_type,
        breakdown_value,
        sum(bme_headcount) as bme_headcount,
        sum(known_headcount) as known_headcount,
        sum(headcount) as headcount,
        coalesce(
            max(case when availability_status <> 'observed' then availability_status end),
            'observed'
        ) as availability_status,
        bool_or(is_synthetic) as is_synthetic,
        published_on,
        file_id
    from units
    where (geography_level = 'england') = (printed_level = 'england')
    group by
        period_end, geography_level, unit_code, grade_scope, breakdown_type, breakdown_value,
        published_on, file_id
)

select * from final
