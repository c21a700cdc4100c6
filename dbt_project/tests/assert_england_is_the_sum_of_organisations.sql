-- What adds up over organisations adds up to England, within one file: lowest level against
-- highest. Where some of them are hidden, the others may only fall short. Returns that are not
-- published are left out: trusts send files of their own. Returns cells of England that their parts
-- do not make, beyond the rounding of eight decimals.
with observations as (
    select observations.*
    from {{ ref('int_observations') }} as observations
    inner join {{ ref('measures') }} as measures
        on observations.measure_id = measures.measure_id
    inner join {{ ref('publications') }} as publications
        on measures.publication_id = publications.publication_id
    where
        publications.availability <> 'not_published'
        and measures.additive_over_organisations = 'yes'
        and observations.breakdown_type in ('all', 'staff_group', 'staff_role')
        -- Quarters are sums of months, and organisations without all three months have none.
        and observations.period_type <> 'financial_quarter'
),

england as (
    select * from observations
    where geography_level = 'england' and availability_status = 'observed'
),

parts as (
    select
        measure_id,
        definition_id,
        period_type,
        period_end,
        breakdown_type,
        breakdown_value,
        file_id,
        sum(value) as sum_of_parts,
        count(case when availability_status <> 'observed' then 1 end) as hidden_parts
    from observations
    where geography_level in ('organisation', 'pcn')
    group by
        measure_id, definition_id, period_type, period_end, breakdown_type, breakdown_value, file_id
),

final as (
    select
        england.measure_id,
        england.definition_id,
        england.period_end,
        england.breakdown_type,
        england.breakdown_value,
        england.file_id,
        england.value as england_value,
        parts.sum_of_parts
    from england
    inner join parts
        on
            england.measure_id = parts.measure_id
            and england.definition_id = parts.definition_id
            and england.period_type = parts.period_type
            and england.period_end = parts.period_end
            and england.breakdown_type = parts.breakdown_type
            and england.breakdown_value = parts.breakdown_value
            and england.file_id = parts.file_id
    where
        parts.sum_of_parts - england.value > 0.000001 * greatest(1, abs(england.value))
        or (
            parts.hidden_parts = 0
            and england.value - parts.sum_of_parts > 0.000001 * greatest(1, abs(england.value))
        )
)

select * from final
