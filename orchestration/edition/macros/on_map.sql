{# `select ... from marts.on_map(date '2024-10-01')` #}
{% from "figures_on_map.jinja" import figures_on_map %}
{% set cell = [
    'metric_id', 'measure_id', 'definition_id', 'period_type', 'period_start', 'period_end',
    'geography_level', 'breakdown_type', 'breakdown_value', 'unit',
] %}
{# What is added up is added in one order: the same figures give the same sum. #}
{% macro sum_of(column) -%}
    sum(share * {{ column }} order by organisation_code, share)
{%- endmacro %}
{# Of parts in different places it is that of the body itself. #}
{% macro place_of(column) -%}
    case
        when count(distinct coalesce({{ column }}, '')) = 1 then max({{ column }})
        else max({{ column }}) filter (where organisation_code = mapped_code)
    end as {{ column }}
{%- endmacro %}
create macro marts.on_map(day, known_on := null) as table (
with {{ figures_on_map() }},

-- Parts of what does not add stay figures of their own, beside what they would be a part of.
met as (
    select
        *,
        adds <> 'no' and mapped_code <> organisation_code as is_moved,
        case when adds = 'no' then organisation_code else mapped_code end as shown_code,
        adds = 'no' and (
            mapped_code <> organisation_code
            or count(*) over (partition by {{ cell | join(', ') }}, mapped_code) > 1
        ) as would_add
    from parts
    where meets_others
),

added as (
    select
        {{ cell | join(',\n        ') }},
        shown_code as organisation_code,
        any_value(adds) as adds,
        any_value(adds_reason) as adds_reason,
        {{ place_of('icb_code') }},
        {{ place_of('region_code') }},
        -- One whole figure is itself; so is one that does not add, however many parts it has.
        count(distinct organisation_code) = 1 and (any_value(adds) = 'no' or min(share) = 1)
            as is_one_figure,
        any_value(value) as own_value,
        any_value(numerator) as own_numerator,
        any_value(denominator) as own_denominator,
        any_value(base_count) as own_base_count,
        any_value(availability_status) as own_status,
        {{ sum_of('value') }} as value_sum,
        {{ sum_of('numerator') }} as numerator_sum,
        {{ sum_of('denominator') }} as denominator_sum,
        {{ sum_of('base_count') }} as base_sum,
        count(*) as part_count,
        count(value) as value_count,
        count(numerator) as numerator_count,
        count(denominator) as denominator_count,
        count(base_count) as base_part_count,
        coalesce(
            max(availability_status) filter (
                where value is null and availability_status like 'suppressed%'
            ),
            max(availability_status) filter (where value is null)
        ) as missing_status,
        bool_or(is_provisional) as is_provisional,
        bool_or(is_derived) as is_derived,
        bool_or(is_synthetic) as is_synthetic,
        max(published_on) as published_on,
        case when min(file_id) = max(file_id) then max(file_id) end as file_id,
        string_agg(distinct organisation_code, ' | ' order by organisation_code) as reported_codes,
        count(distinct organisation_code) as reported_count,
        min(share) as least_share,
        bool_or(is_moved) as is_moved,
        bool_or(would_add) as would_add,
        bool_or(is_opened_later) as is_opened_later,
        string_agg(distinct later_note, '; ' order by later_note) as later_note
    from met
    group by {{ cell | join(', ') }}, shown_code
),

-- Whoever has no neighbours on the map is as reported.
alone as (
    select
        {{ cell | join(',\n        ') }},
        organisation_code,
        icb_code,
        region_code,
        true as is_one_figure,
        value as own_value,
        numerator as own_numerator,
        denominator as own_denominator,
        base_count as own_base_count,
        availability_status as own_status,
        is_provisional,
        is_derived,
        is_synthetic,
        published_on,
        file_id,
        organisation_code as reported_codes,
        1 as reported_count,
        1 as least_share,
        false as is_moved,
        false as would_add,
        is_opened_later,
        later_note
    from parts
    where not meets_others
),

cells as (
    select * from added
    union all by name
    select * from alone
),

computed as (
    select
        cells.*,
        unknown_moves.is_division,
        unknown_moves.unknown_note,
        case
            when is_one_figure then null
            when value_count < part_count then 'part_without_value'
            when adds = 'ratio_of_sums'
                and least(numerator_count, denominator_count) < part_count then 'terms_missing'
        end as obstacle
    from cells
    left join unknown_moves
        on
            cells.organisation_code = unknown_moves.organisation_code
            and cells.period_end = unknown_moves.period_end
            -- Publishers give figures of today's regions for years before them: nothing came to those.
            and (
                cells.geography_level not in ('england', 'region')
                or (cells.geography_level = 'region' and unknown_moves.is_of_old_code)
            )
),

valued as (
    select
        *,
        case
            when is_one_figure then own_value
            when obstacle is not null then null
            when adds = 'sum' then value_sum
            else 100 * numerator_sum / nullif(denominator_sum, 0)
        end as cell_value
    from computed
)

select
    metric_id,
    measure_id,
    definition_id,
    period_type,
    period_start,
    period_end,
    geography_level,
    organisation_code,
    icb_code,
    region_code,
    breakdown_type,
    breakdown_value,
    cell_value as value,
    unit,
    case when is_one_figure then own_numerator
        when obstacle is null and numerator_count = part_count then numerator_sum end as numerator,
    case when is_one_figure then own_denominator
        when obstacle is null and denominator_count = part_count then denominator_sum
    end as denominator,
    case when is_one_figure then own_base_count
        when obstacle is null and base_part_count = part_count
            then cast(round(base_sum) as bigint) end as base_count,
    case
        when is_one_figure then own_status
        when cell_value is not null then 'observed'
        when obstacle = 'part_without_value' then missing_status
        when obstacle = 'terms_missing' then 'not_published'
        else 'not_applicable'
    end as availability_status,
    is_provisional,
    is_derived or not is_one_figure as is_derived,
    is_synthetic,
    published_on,
    file_id,
    reported_codes,
    reported_count,
    case
        when obstacle is not null then obstacle
        when would_add then 'does_not_add'
        when is_division then 'division_unknown'
        when unknown_note is not null then 'share_unknown'
        when is_opened_later then 'opened_later'
        when later_note is not null then 'changed_later'
        when is_moved or not is_one_figure then 'restated'
        else 'as_reported'
    end as map_status,
    nullif(concat_ws(
        '; ',
        case obstacle
            when 'part_without_value' then concat(
                part_count - value_count, ' of ', part_count, ' parts (', reported_codes,
                ') have no value'
            )
            when 'terms_missing' then concat(
                'a rate of ', reported_codes, ' needs numerators and denominators'
            )
        end,
        case when would_add then adds_reason end,
        unknown_note,
        case when is_opened_later then 'the organisation did not exist yet' end,
        later_note,
        case
            when obstacle is not null then null
            when reported_count > 1 then concat('sum of ', reported_codes)
            when least_share < 1 and adds <> 'no' then concat('share of ', reported_codes)
            when is_moved then concat('reported as ', reported_codes)
        end
    ), '') as map_note
from valued
);

comment on macro table marts.on_map is
    'The current figures of marts.metric_history on the organisations of a day, as reference.organisation_map has them: '
    'what adds is restated, what does not keeps its organisation and says why; known_on := a day takes the figures as '
    'known then.';
