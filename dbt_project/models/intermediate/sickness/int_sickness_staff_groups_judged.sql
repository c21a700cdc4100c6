-- Staff groups of an organisation and month as its newest file gives them, and whether what is
-- blank there could be worked out: the total of all groups is never blank, so the blank ones
-- together are what the shown ones leave of it. One alone is that rest; where nothing is left of
-- the days lost, each of them is nothing.
{%- set row = 'organisation_code, period_end' %}
{%- set days = ['fte_days_lost', 'fte_days_available'] %}

with months as (
    select * from {{ ref('stg_sickness_absence__staff_group_months') }}
    where availability_status <> 'quarantined'
),

organisations as (
    select * from {{ ref('int_organisations_known') }}
),

dated as (
    select
        *,
        rank() over (
            partition by {{ row }} order by published_on desc, file_id desc
        ) as recency
    from months
),

staff_groups as (
    select * from {{ ref('staff_groups') }}
),

beside_their_total as (
    select
        *,
        {%- for column in days %}
        sum(case when is_total then {{ column }} else -{{ column }} end)
            over (partition by {{ row }}) as hidden_{{ column }},
        {%- endfor %}
        count(case when not is_total and availability_status = 'suppressed_source' then 1 end)
            over (partition by {{ row }}) as blank_groups,
        count(case when is_total and availability_status = 'observed' then 1 end)
            over (partition by {{ row }}) as shown_totals
    from dated
    where recency = 1
),

final as (
    select
        summed.period_start,
        summed.period_end,
        summed.organisation_code,
        summed.icb_code,
        summed.region_code,
        coalesce(organisations.is_nhs_trust, false) as is_nhs_trust,
        summed.staff_group,
        coalesce(staff_groups.staff_group_name, summed.staff_group) as staff_group_name,
        summed.fte_days_lost,
        summed.fte_days_available,
        summed.availability_status,
        summed.hidden_fte_days_lost,
        summed.hidden_fte_days_available,
        summed.shown_totals > 0 and summed.blank_groups > 0 and (
            summed.blank_groups = 1
            or not {{ is_something('summed.hidden_fte_days_lost') }}
        ) as needs_another_hidden,
        summed.published_on,
        summed.file_id
    from beside_their_total as summed
    left join organisations
        on {{ is_organisation_as_known('summed', 'published_on') }}
    left join staff_groups
        on lower(summed.staff_group) = staff_groups.staff_group_label
    where not summed.is_total and summed.blank_groups > 0
)

select * from final
