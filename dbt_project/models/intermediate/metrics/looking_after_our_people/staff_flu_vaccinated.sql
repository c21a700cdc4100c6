-- Row 5: frontline healthcare workers vaccinated against flu from 1 September to the end of
-- February, and their share. Narrower than the row, which means all staff. Each release gives the
-- season to date anew: the newest counts, and nothing is added up.
with counts as (
    select
        *,
        case geography_level
            when 'england' then {{ england() }}
            when 'region' then region_code
            when 'icb' then icb_code
            else organisation_code
        end as unit_code,
        case when is_total then 'all' else 'staff_group' end as breakdown_type,
        case when is_total then 'all' else staff_group end as breakdown_value
    from {{ ref('stg_hcw_flu_uptake__season_counts') }}
),

final as (
    {{ as_observations(
        'counts',
        measure_id="'hcw_flu_vaccinated_count'",
        definition_id="'frontline_hcw'",
        period_type="'flu_season'",
        organisation_code='unit_code',
        value='vaccinated_count',
        numerator='null',
        denominator='null',
        base_count='frontline_hcw_count',
        is_derived='false'
    ) }}

    union all

    {{ as_observations(
        'counts',
        measure_id="'hcw_flu_uptake_pct'",
        definition_id="'frontline_hcw'",
        period_type="'flu_season'",
        organisation_code='unit_code',
        value='100.0 * vaccinated_count / nullif(frontline_hcw_count, 0)',
        numerator='vaccinated_count',
        denominator='frontline_hcw_count',
        base_count='frontline_hcw_count',
        availability_status="case when availability_status = 'observed' then "
        ~ observed_where('frontline_hcw_count > 0') ~ ' else availability_status end',
        is_derived='true'
    ) }}
)

select * from final
