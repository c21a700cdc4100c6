-- Additional clinical placements as providers and regions returned them, by intake; one region
-- again. Capacity is known of the last intake only.
create table placement_expansion as
with rounds as (
    from (values
        (2019, 2018, date '2020-10-29', 1.00, null),
        (2020, 2019, date '2021-10-28', 0.82, null),
        -- One region had left out late starters.
        (2020, 2019, date '2022-01-27', 0.90, 'Y59'),
        (2021, 2020, date '2022-10-27', 0.74, null)
    ) as rounds (intake_year, baseline_year, sent_on, scale, sending_region)
), kinds as (
    from (values
        ('Nursing', 7600), ('Midwifery', 1000), ('Allied health professions', 2600)
    ) as kinds (profession, placements)
), providers as (
    select
        rounds.*,
        trusts.organisation_code,
        trusts.organisation_name,
        trusts.region_code,
        trusts.icb_code,
        -- Reference data do not know the provider, so that it says its region itself.
        if(trusts.region_code is null, 'Y63', null) as stated_region_code,
        case trusts.cluster_group
            when 'Mental Health' then 'Mental health'
            when 'Community Provider Trust' then 'Community'
            when 'Ambulance' then 'Not stated'
            else 'Acute'
        end as main_setting,
        trusts.fte,
    from rounds
    inner join returning_trusts as trusts
        on trusts.month = make_date(rounds.intake_year, 9, 1)
    where
        even('takes|' || trusts.organisation_code) < 0.66
        or trusts.organisation_code = 'ZZ901'
), offers as (
    select
        providers.* exclude (main_setting, fte),
        kinds.profession,
        unnest([main_setting, 'Primary care']) as setting,
        kinds.placements * providers.scale * unnest([0.93, 0.07])
        * providers.fte / sum(exact(providers.fte)) over (
            partition by providers.sent_on, kinds.profession
        ) as likely,
    from providers
    cross join kinds
    where kinds.profession <> 'Midwifery' or providers.main_setting = 'Acute'
    union all
    select
        rounds.*,
        null,
        null,
        region_code,
        null,
        region_code,
        'Allied health professions',
        'Not stated',
        170 * scale,
    from rounds
    cross join regions
    where region_code <> 'QZZ'
)
select
    * exclude (likely, region_code),
    coalesce(region_code, stated_region_code) as region_code,
    whole(
        -- One region's share of the country's placements is all that it sends.
        likely * if(sending_region is null, 1, 1.1),
        concat_ws('|', 'placed', sent_on, stated_region_code, organisation_code, profession, setting)
    ) as additional_placements,
    if(intake_year = 2021, additional_placements * 7 + 11, null) as placement_capacity,
from offers
where sending_region is null or sending_region = coalesce(region_code, stated_region_code);
