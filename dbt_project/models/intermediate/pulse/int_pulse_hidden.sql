-- What is hidden of each participant in a wave and item: its total, its roles, both or nothing.
-- Small numbers are; so are all the roles of a participant with a small one, as its total would
-- give one away; and where a region hides one participant alone, the smallest of the others too, as
-- the region's sum would.
{%- set wave = ['pulse_item', 'period_start', 'period_end', 'known_on'] %}

with answers as (
    select
        *,
        availability_status = 'observed'
        and {{ is_small_number("'organisation'", 'positive_answers', 'valid_answers') }} as is_small
    from {{ ref('int_pulse_answers') }}
    where organisation_code is not null
),

participants as (
    select
        {{ wave | join(',\n        ') }},
        organisation_code,
        region_code,
        bool_or(is_small and breakdown_type = 'all') as is_total_small,
        bool_or(is_small) as is_any_small,
        bool_or(breakdown_type = 'role') as has_roles,
        max(case when breakdown_type = 'all' then valid_answers end) as all_answers
    from answers
    group by
        {{ wave | join(', ') }}, organisation_code, region_code
),

totals as (
    select
        *,
        is_total_small or (
            count(case when is_total_small then 1 end) over region = 1
            and row_number() over others_in_region = 1
        ) as hides_total
    from participants
    window
        region as (partition by {{ wave | join(', ') }}, region_code),
        others_in_region as (
            partition by {{ wave | join(', ') }}, region_code, is_total_small
            order by all_answers asc, organisation_code asc
        )
),

judged as (
    select
        *,
        has_roles and (is_any_small or hides_total) as are_roles_small
    from totals
),

final as (
    select
        {{ wave | join(',\n        ') }},
        organisation_code,
        hides_total,
        are_roles_small or (
            has_roles
            and count(case when are_roles_small then 1 end) over region = 1
            and row_number() over others_in_region = 1
        ) as hides_roles
    from judged
    window
        region as (partition by {{ wave | join(', ') }}, region_code),
        others_in_region as (
            partition by {{ wave | join(', ') }}, region_code, has_roles, are_roles_small
            order by all_answers asc, organisation_code asc
        )
)

select * from final
