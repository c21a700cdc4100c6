-- The staff group of an organisation and month that is hidden beside blank ones which would not
-- stay hidden alone: the smallest shown one that leaves something of their days. It still adds to
-- the sums of larger units, but only where those hold several such groups, beside blank ones that
-- are something: one row says from which level on.
{%- set parents = {'region': 'england', 'icb': 'region'} %}
{%- set sum = 'period_end, staff_group, is_nhs_trust' %}

with judged as (
    select * from {{ ref('int_sickness_staff_groups_judged') }}
    where needs_another_hidden and availability_status = 'observed'
),

ranked as (
    select
        *,
        row_number() over (
            partition by organisation_code, period_end
            order by
                case
                    when {{ is_something('hidden_fte_days_lost + fte_days_lost') }} then 0 else 1
                end,
                fte_days_available asc,
                staff_group asc
        ) as preference
    from judged
),

in_england as (
    select
        *,
        {{ england() }} as england_unit,
        region_code as region_unit,
        -- A board's code that is its region's stands for none.
        nullif(icb_code, region_code) as icb_unit,
        {{ keep_each_other('true', '(partition by ' ~ sum ~ ')') }} as adds_to_england
    from ranked
    where preference = 1
),

{%- for level, parent in parents.items() %}
{%- set in_unit = '(partition by ' ~ sum ~ ', ' ~ level ~ '_unit)' %}
{%- set in_parent = '(partition by ' ~ sum ~ ', ' ~ parent ~ '_unit)' %}

sums_of_{{ level }} as (
    select
        *,
        {{ level }}_unit is not null and {{ keep_each_other('true', in_unit) }}
            as is_kept_in_{{ level }},
        count(*) over {{ in_unit }} as beside_in_{{ level }}
    from in_{{ parent }}
),

-- What the sums of a level leave of the sum above is a sum as well: where it would give something
-- away, the smallest of them goes without.
in_{{ level }} as (
    select
        *,
        adds_to_{{ parent }} and is_kept_in_{{ level }} and not (
            bool_or(not is_kept_in_{{ level }}) over {{ in_parent }}
            and not {{ keep_each_other('not is_kept_in_' ~ level, in_parent) }}
            and dense_rank() over (
                partition by {{ sum }}, {{ parent }}_unit
                order by
                    case when is_kept_in_{{ level }} then 0 else 1 end,
                    beside_in_{{ level }} asc,
                    {{ level }}_unit asc
            ) = 1
        ) as adds_to_{{ level }}
    from sums_of_{{ level }}
),
{%- endfor %}

final as (
    select
        organisation_code,
        period_end,
        staff_group,
        staff_group_name,
        is_nhs_trust,
        england_unit,
        region_unit,
        icb_unit,
        fte_days_lost,
        fte_days_available,
        case
            when adds_to_icb then 'icb'
            when adds_to_region then 'region'
            when adds_to_england then 'england'
            else 'none'
        end as adds_from_level
    from in_icb
)

select * from final
