-- Staff of practices in every reporting unit below England, whose own figures hold estimates for
-- practices without usable data: practices add up to less.
-- Six thousand practices in every month make many rows. Networks and practices carry what analysts
-- ask of them: all doctors, fully qualified doctors, direct patient care staff. Roles and sexes go
-- down to integrated care boards.
with staff as (
    select * from {{ ref('int_practice_staff') }}
),

cells as (
    {{ in_every_reporting_unit('staff', ['region', 'icb', 'sub_icb', 'pcn', 'practice']) }}
),

carried as (
    select *
    from cells
    where
        geography_level in ('region', 'icb')
        or (
            breakdown_type = 'all'
            and (geography_level = 'sub_icb' or staff_line <> 'fully_qualified_excl_locums')
        )
),

final as (
    select
        period_end,
        geography_level,
        unit_code as organisation_code,
        min(unit_icb_code) as icb_code,
        min(unit_region_code) as region_code,
        staff_line,
        breakdown_type,
        breakdown_value,
        {{ exact_sum('fte') }} as fte,
        case when count(fte) = 0 then 'not_collected' else 'observed' end as availability_status,
        bool_or(is_synthetic) as is_synthetic,
        published_on,
        method_from,
        file_id
    from carried
    group by
        period_end, geography_level, unit_code, staff_line, breakdown_type, breakdown_value,
        published_on, method_from, file_id
)

select * from final
