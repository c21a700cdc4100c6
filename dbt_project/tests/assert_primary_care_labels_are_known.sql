-- Groups and roles of the bulletin that reference.primary_care_staff does not know: a group or a
-- doctors' role without a line is in no figure. Add its label to the seed.
{{ config(severity='warn') }}

with printed as (
    select distinct
        staff_group,
        staff_label,
        is_total
    from {{ ref('stg_gp_workforce__national_series') }}
),

labels as (
    select * from {{ ref('primary_care_staff') }}
),

final as (
    select printed.*
    from printed
    left join labels
        on lower(printed.staff_label) = labels.staff_label
    where
        labels.staff_label is null
        -- Roles of nurses and of administration are in no metric.
        and (printed.is_total or not {{ matches('lower(printed.staff_group)', 'nurse|admin') }})
)

select * from final
