-- The trust register etr: 27 fields and no header; care trusts are missing from it.
select
    organisation_code,
    upper(base_name || name_ending),
    region_code,
    icb_code,
    'SYNTHETIC HOUSE',
    (1 + cast(floor(98 * even('street|' || organisation_code)) as bigint)) || ' INVENTED ROAD',
    '',
    upper(areas.geography),
    '',
    'ZZ' || (1 + cast(floor(9 * even('town|' || organisation_code)) as bigint)) || ' '
    || cast(floor(10 * even('sector|' || organisation_code)) as bigint) || 'ZZ',
    strftime(opened_on, '%Y%m%d'),
    coalesce(strftime(closed_on, '%Y%m%d'), ''),
    '',
    '',
    '',
    '',
    '',
    if(closed_on is null, '01632 960' || lpad(cast(place as varchar), 3, '0'), ''),
    '',
    '',
    '',
    '1',
    '',
    substr('ABCDEFGHJK', cast(place % 10 + 1 as integer), 1),
    '',
    '',
    '',
    'SYNTHETIC',
from (
    select
        *,
        row_number() over (order by organisation_code) as place,
    from organisations
    where kind = 'trust'
)
inner join areas
    using (icb_code, region_code)
order by organisation_code
