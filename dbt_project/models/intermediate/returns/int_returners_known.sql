-- Counts of returners with the region they are of, as known on each day that a count arrived.
with returner_counts as (
    select * from {{ ref('stg_nhsei_bbs__returner_counts') }}
),

region_labels as (
    select * from {{ ref('region_labels') }}
),

known as (
    {{ returns_as_known('returner_counts', ['period_end'], body='region_name') }}
),

final as (
    select
        known.period_end,
        case
            when region_labels.region_code = {{ england() }} then 'england' else 'region'
        end as geography_level,
        region_labels.region_code as organisation_code,
        nullif(region_labels.region_code, {{ england() }}) as region_code,
        case when known.is_total then 'all' else 'profession' end as breakdown_type,
        case when known.is_total then 'all' else known.profession end as breakdown_value,
        known.returners_deployed,
        known.returners_checked,
        known.availability_status,
        known.is_synthetic,
        known.known_on,
        known.known_file_id
    from known
    inner join region_labels
        on lower(known.region_name) = region_labels.region_label
)

select * from final
