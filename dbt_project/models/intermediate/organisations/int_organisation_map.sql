-- For every code the organisations that its figures belong to on the map of each day, with shares.
-- Each round follows one more change of what a code has become. The published successions need
-- five, and a test fails where these are too few. A body that ended on the day it took over hands
-- on that day; a circle of one day ends where it began. Nothing is restated backwards: an older map
-- leaves the figures of a merged body under its code.
{%- set rounds = 9 %}
{%- set row_key = [
    'organisation_code', 'mapped_code', 'map_from', 'period_end_from', 'period_end_until',
    'codes_of_the_day',
] %}

with codes as (
    select old_code as organisation_code from {{ ref('int_organisation_changes') }}
    union distinct
    select new_code as organisation_code from {{ ref('int_organisation_changes') }}
    union distinct
    select organisation_code from {{ ref('int_organisations_described') }}
),

parts as (
    select * from {{ ref('int_organisation_parts') }}
),

round_0 as (
    select
        organisation_code,
        organisation_code as mapped_code,
        {{ before_any_release() }} as map_from,
        {{ before_any_release() }} as period_end_from,
        {{ until_further_notice() }} as period_end_until,
        cast(null as {{ dbt.type_string() }}) as codes_of_the_day,
        cast(1 as double) as share
    from codes
),

{%- for round in range(rounds) %}

held_{{ round }} as (
    select
        {%- for column in row_key %}
        round_{{ round }}.{{ column }},
        {%- endfor %}
        max(round_{{ round }}.share) as share,
        coalesce(min(parts.effective_on), {{ until_further_notice() }}) as map_until
    from round_{{ round }}
    left join parts
        on
            round_{{ round }}.mapped_code = parts.old_code
            and (
                round_{{ round }}.map_from < parts.effective_on
                or (
                    round_{{ round }}.map_from = parts.effective_on
                    and parts.ends_old_code
                    and round_{{ round }}.codes_of_the_day not like concat(
                        '%|', parts.new_code, '|%'
                    )
                )
            )
    group by
        round_{{ round }}.{{ row_key | join(',\n        round_' ~ round ~ '.') }}
),

moved_{{ round }} as (
    select
        held_{{ round }}.organisation_code,
        parts.new_code as mapped_code,
        parts.effective_on as map_from,
        greatest(held_{{ round }}.period_end_from, parts.period_end_from) as period_end_from,
        least(held_{{ round }}.period_end_until, parts.period_end_until) as period_end_until,
        -- What stays where it is, or is back where it was, follows no other change of that day.
        case
            when parts.old_code = parts.new_code then null
            when held_{{ round }}.map_from < parts.effective_on
                then concat('|', parts.old_code, '|', parts.new_code, '|')
            when held_{{ round }}.codes_of_the_day not like concat('%|', parts.new_code, '|%')
                then concat(held_{{ round }}.codes_of_the_day, parts.new_code, '|')
        end as codes_of_the_day,
        held_{{ round }}.share * parts.share as share
    from held_{{ round }}
    inner join parts
        on
            held_{{ round }}.mapped_code = parts.old_code
            and held_{{ round }}.map_until = parts.effective_on
            and held_{{ round }}.period_end_from < parts.period_end_until
            and held_{{ round }}.period_end_until > parts.period_end_from
),

round_{{ round + 1 }} as (
    select
        {{ row_key | join(',\n        ') }},
        sum(share) as share
    from moved_{{ round }}
    group by
        {{ row_key | join(',\n        ') }}
),
{%- endfor %}

held as (
    {%- for round in range(rounds) %}
    select * from held_{{ round }}
    union all
    {%- endfor %}
    select
        *,
        {{ until_further_notice() }} as map_until
    from round_{{ rounds }}
),

final as (
    select
        organisation_code,
        mapped_code,
        map_from,
        map_until,
        period_end_from,
        period_end_until,
        sum(share) as share
    from held
    -- What was handed on the day it came was never held.
    where map_from < map_until
    group by organisation_code, mapped_code, map_from, map_until, period_end_from, period_end_until
)

select * from final
