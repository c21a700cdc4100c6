-- What trusts said about facilities for their staff in the year of the pandemic.
create table facility_answers as
with asked as (
    select
        open_trusts.*,
        facilities.facility,
        facilities.facility_id,
        facilities.list_order,
        facilities.provided_share,
        open_trusts.return_key || '|' || facilities.facility_id as answer_key,
        -- A few trusts corrected what they had reported for December 2020.
        open_trusts.quarter_end = date '2020-12-31'
        and even('corrects|' || open_trusts.organisation_code) < 0.05 as is_corrected,
    from open_trusts
    cross join staff_facilities as facilities
    where
        open_trusts.quarter_end between date '2020-09-30' and date '2021-09-30'
        and even('reports|' || open_trusts.organisation_code) > 0.03
), answered as (
    select
        *,
        case
            when even('no answer|' || answer_key) < 0.07 then null
            else even('provides|' || answer_key) < provided_share
        end as is_provided,
    from asked
)
select
    quarter_end,
    organisation_code,
    organisation_name,
    region_code,
    icb_code,
    facility,
    facility_id,
    list_order,
    1 as release,
    is_provided,
from answered
union all
select
    quarter_end,
    organisation_code,
    organisation_name,
    region_code,
    icb_code,
    facility,
    facility_id,
    list_order,
    2,
    coalesce(not is_provided, true),
from answered
where is_corrected;
