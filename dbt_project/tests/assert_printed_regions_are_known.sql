-- Names of regions that the sickness workbook and the tables of joiners print and
-- reference.region_labels does not know: their figures would have no region code.
{{ config(severity='warn') }}

with printed as (
    select distinct region_name
    from {{ ref('stg_sickness_absence__region_months') }}
    union
    select distinct region_name
    from {{ ref('stg_workforce_turnover_nationality__joiners') }}
),

region_labels as (
    select * from {{ ref('region_labels') }}
),

final as (
    select printed.region_name
    from printed
    left join region_labels
        on lower(printed.region_name) = region_labels.region_label
    where region_labels.region_label is null
)

select * from final
