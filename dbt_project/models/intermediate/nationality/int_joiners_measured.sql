-- What is said of joiners by nationality: how many are of a nationality outside the United Kingdom,
-- their share of those whose nationality is known, and the share of whom it is unknown.
{%- set columns = [
    'period_start', 'period_end', 'geography_level', 'organisation_code', 'region_code',
    'staff_group_name', 'nationality_group', 'base_count', 'is_synthetic', 'published_on', 'file_id',
] %}

with joiners as (select * from {{ ref('int_joiners_by_nationality') }}),

everybody as (
    select
        period_end,
        organisation_code,
        staff_group_name,
        file_id,
        max(case when nationality_scope = 'all' then joiners end) as joiners,
        max(case when nationality_scope = 'unknown' then joiners end) as unknown_joiners,
        max(case when nationality_scope = 'uk' then joiners end) as uk_joiners
    from joiners
    where nationality_group = 'all'
    group by period_end, organisation_code, staff_group_name, file_id
),

counted as (
    select
        joiners.*,
        everybody.joiners as base_count,
        case
            when joiners.nationality_scope = 'unknown' then everybody.joiners
            else everybody.uk_joiners + joiners.joiners
        end as share_base
    from joiners
    inner join everybody
        on
            joiners.period_end = everybody.period_end
            and joiners.organisation_code = everybody.organisation_code
            and joiners.staff_group_name = everybody.staff_group_name
            and joiners.file_id = everybody.file_id
    where joiners.nationality_scope in ('non_uk', 'unknown')
),

shares as (
    select
        *,
        case
            when availability_status <> 'observed' then availability_status
            when share_base is null then 'suppressed_source'
            when share_base = 0 then 'not_applicable'
            else 'observed'
        end as share_status
    from counted
    where nationality_group = 'all'
),

final as (
    select
        'non_uk' as joiner_measure,
        {{ columns | join(',\n        ') }},
        cast(joiners as double) as value,
        cast(null as bigint) as numerator,
        cast(null as bigint) as denominator,
        availability_status
    from counted
    where nationality_scope = 'non_uk'

    union all

    select
        nationality_scope || '_pct' as joiner_measure,
        {{ columns | join(',\n        ') }},
        case
            when share_status = 'observed' then 100 * cast(joiners as double) / share_base
        end as value,
        joiners as numerator,
        share_base as denominator,
        share_status as availability_status
    from shares
)

select * from final
