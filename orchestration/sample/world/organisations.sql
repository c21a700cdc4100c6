-- Codes and names: patterns as real, blocks that no real body holds, names that say synthetic.
-- Real trust codes never end in I or O, and have no digit above 1 in second place.
create table organisations as
with bodies as (
    select
        *,
        null as successor_key,
        null as merged_on,
    from current_bodies
    union all by name
    select * from former_bodies
), dated as (
    select
        bodies.* exclude (merged_on),
        case
            when mergers.is_new_body then mergers.merged_on
            when bodies.kind = 'icb' then date '2022-07-01'
            when bodies.kind = 'commissioning_group' then date '2013-04-01'
            when bodies.kind = 'support_unit' then date '2013-04-01'
            when bodies.kind = 'company' then date '2011-04-01'
            else make_date(cast(1991 + floor(17 * even('open|' || body_key)) as integer), 4, 1)
        end as opened_on,
        bodies.merged_on - 1 as closed_on,
        coalesce(mergers.five_character_code, false) as has_long_code,
    from bodies
    left join mergers
        on bodies.benchmark_group || '|' || mergers.body_rank = bodies.body_key
        and bodies.benchmark_group = mergers.benchmark_group
), numbered as (
    select
        *,
        row_number() over (
            partition by kind order by even('code|' || body_key), body_key
        ) as number,
        '0123456789ABCDEFGHJKLMNPQRTVWXY' as letters,
    from dated
), coded as (
    select
        *,
        cast(number - 1 as integer) as place,
        case
            when has_long_code then 'G9Z9S'
            when kind = 'trust' and place < 42
                then 'R' || substr(right(letters, 21), place // 2 + 1, 1)
                || substr('IO', place % 2 + 1, 1)
            when kind = 'trust' then 'R' || substr('23456789', (place - 42) // 31 + 1, 1)
            || substr(letters, (place - 42) % 31 + 1, 1)
            when kind = 'care_trust' then 'T2' || substr(letters, place + 11, 1)
            when kind = 'company' and place < 14 then 'N2' || substr(letters, place + 1, 1)
            when kind = 'company' then 'A2' || substr(letters, place + 1, 1)
            when kind = 'icb' then icb_code
            when kind = 'commissioning_group' then split_part(body_key, '|', 2)
            when kind = 'support_unit' then '0Z' || substr(letters, place + 11, 1)
            when place = 0 then '8ZX76'
            when place < 7 then 'T9' || lpad(cast(10 * place as varchar), 3, '0')
            else 'X4' || substr(letters, place + 11, 1)
        end as organisation_code,
    from numbered
)
select
    organisation_code,
    case
        when kind in ('trust', 'care_trust') then 'Synthetic ' || name_word || ' '
        || lpad(cast(number as varchar), 3, '0')
        when kind = 'company' then 'Synthetic Community Care '
        || lpad(cast(number as varchar), 2, '0') || ' CIC'
        when kind = 'icb' then 'NHS Synthetic ' || areas.geography || ' ICB'
        when kind = 'commissioning_group' then 'NHS Synthetic Locality ' || organisation_code
        || ' CCG'
        when kind = 'support_unit' and number = 4
            then 'NHS Synthetic South, Central and West Commissioning Support Unit'
        when kind = 'support_unit'
            then 'NHS Synthetic Commissioning Support Unit ' || number
        when number = 1 then 'Synthetic Patients'' Safety Body'
        else 'Synthetic Statutory Body ' || lpad(cast(number as varchar), 2, '0')
    end as base_name,
    case
        when kind not in ('trust', 'care_trust') then ''
        when even('foundation|' || body_key) < foundation_share then ' NHS Foundation Trust'
        else ' NHS Trust'
    end as name_ending,
    -- A few trusts became foundation trusts within the series, and were renamed.
    case
        when kind = 'trust' and even('renamed|' || body_key) < 0.06 then date '2021-04-01'
    end as renamed_on,
    coded.* exclude (organisation_code, number, place, letters, name_word, foundation_share),
    kind in ('trust', 'care_trust') as is_nhs_trust,
    1 + 0.11 * bell(bits('sick|' || body_key)) as sickness_factor,
    1 + 0.22 * bell(bits('leave|' || body_key)) as leaver_factor,
    case
        when kind in ('support_unit', 'statutory_body') then 'QZZ' else coded.region_code
    end as reporting_region_code,
    case
        when kind in ('support_unit', 'statutory_body') then 'QZZ' else coded.icb_code
    end as reporting_icb_code,
from coded
inner join areas
    on coded.icb_code = areas.icb_code;
