-- Integrated care boards: statistical code, organisation code, name.
select
    icb_ons_code as "ICB24CD",
    icb_code as "ICB24CDH",
    'NHS Synthetic ' || geography || ' Integrated Care Board' as "ICB24NM",
    row_number() over (order by icb_ons_code) as "ObjectId",
    true as "IS_SYNTHETIC",
from areas
order by icb_ons_code
