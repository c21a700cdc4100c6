-- Nurses of trusts and general practice on a day, as the 50,000 Nurses Programme announced them;
-- midwives are not among them.
with source as (
    select * from {{ source('raw', 'nurses_50k__announced_nurses') }}
),

final as (
    select
        {{ published_date('snapshot_on') }} as period_end,
        {{ tidied('scope') }} as care_setting,
        lower(trim(scope)) = 'programme' as is_total,
        {{ number('nurses_fte') }} as fte,
        {{ availability_status('nurses_fte', blank='not_collected') }} as availability_status,
        {{ tidied('announced_in') }} as announced_in,
        {{ provenance() }}
    from source
)

select * from final
