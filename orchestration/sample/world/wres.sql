-- The race equality standard: staff and boards of trusts by ethnicity as at 31 March, up to the
-- release that restated the year before it.
create table wres_years as
select
    unnest(range(getvariable('years_from') - 1, 2023)) as standard_year,
    make_date(standard_year, 3, 31) as as_at,
    thursday_within(make_date(standard_year, 3, 31), 330) as published_on;

-- The release for 2022 restated the year before.
create table wres_vintages as
select
    standard_year,
    as_at,
    published_on,
    1 as vintage,
from wres_years
union all
select
    earlier.standard_year,
    earlier.as_at,
    later.published_on,
    2,
from wres_years as earlier
inner join wres_years as later
    on earlier.standard_year + 1 = later.standard_year
where later.standard_year = 2022;

create table wres_bands as
select
    case
        when mix_name = 'doctors' then 'Medical'
        when mix_name in ('senior_managers', 'managers', 'central', 'estates', 'unknown')
            then 'Non-clinical'
        else 'Clinical'
    end as workforce,
    case
        when grade = 'Very Senior Manager' then 'VSM'
        when grade like 'Band %' or grade = 'Consultant' then grade
        when grade in ('Specialty Registrar', 'Core Training') or grade like 'Foundation%'
            then 'Trainee grades'
        else 'Non-consultant career grade'
    end as grade,
    sum(headcount) as headcount,
    sum(headcount * bme_pct) / sum(headcount) / 100 as bme_share,
from grades
where grade <> 'Non Afc Grade'
group by all;

create table wres_trusts as
select
    wres_years.standard_year,
    labels.organisation_code,
    labels.organisation_name,
    labels.region_code,
    labels.fte,
    labels.fte / sum(exact(labels.fte)) over (partition by wres_years.standard_year) as size_share,
    (0.5 + 0.5 * regions.non_uk_factor)
    * (1 + 0.15 * bell(bits('wres|' || labels.organisation_code))) * trends.level as bme_factor,
from wres_years
inner join organisation_months as labels
    on labels.month = date_trunc('month', wres_years.as_at)
    and labels.is_nhs_trust
inner join regions
    on labels.region_code = regions.region_code
inner join trend_months as trends
    on labels.month = trends.month
    and trends.series = 'bme';

-- Boards have members that are staff and members that are not.
create table wres_counts as
with expected as (
    select
        wres_trusts.*,
        wres_bands.workforce,
        wres_bands.grade,
        wres_bands.headcount * wres_trusts.size_share as headcount,
        wres_bands.bme_share,
    from wres_trusts
    cross join wres_bands
    union all
    select
        wres_trusts.*,
        'Board',
        seats.grade,
        seats.headcount + 3 * even('seats|' || seats.grade || wres_trusts.organisation_code),
        seats.bme_share,
    from wres_trusts
    cross join (
        values ('Executive', 5, 0.09), ('Non-executive', 6, 0.14)
    ) as seats (grade, headcount, bme_share)
), drawn as (
    select
        wres_vintages.standard_year,
        wres_vintages.as_at,
        wres_vintages.published_on,
        expected.organisation_code,
        expected.organisation_name,
        expected.region_code,
        expected.workforce,
        expected.grade,
        concat_ws(
            '|', expected.standard_year, expected.organisation_code, expected.workforce,
            expected.grade
        ) as cell_key,
        whole(expected.headcount, 'wres staff|' || cell_key) as people,
        least(people, whole(0.05 * people, 'wres unknown|' || cell_key)) as unknown,
        people - unknown as known,
        least(
            known,
            whole(
                known * least(0.9, expected.bme_share * expected.bme_factor),
                'wres bme|' || cell_key
            )
        ) as drawn_bme,
        -- A few trusts had counted very senior managers twice, and corrected it.
        wres_vintages.vintage = 2
        and expected.grade = 'VSM'
        and even('wres revised|' || expected.organisation_code) < 0.04 as is_corrected,
    from expected
    inner join wres_vintages
        on expected.standard_year = wres_vintages.standard_year
)
select
    * exclude (cell_key, people, unknown, known, drawn_bme, is_corrected),
    greatest(0, drawn_bme - cast(is_corrected as bigint)) as bme,
    known - drawn_bme as white,
    unknown,
from drawn
where people > 0;

-- The other indicators, for BME and white people: shares of a survey, or one over the other.
create table wres_indicators as
with kinds as (
    select
        unnest(['2', '3', '4', '5', '6', '7', '8']) as indicator,
        unnest([1.55, 1.14, 1.12, 30.1, 28.8, 44.5, 17.0]) as bme_level,
        unnest([1, 1, 1, 26.5, 23.1, 58.9, 6.8]) as white_level,
        unnest([true, true, true, false, false, false, false]) as is_ratio,
), bodies as (
    select
        standard_year,
        organisation_code,
        organisation_name,
        region_code,
        fte,
    from wres_trusts
    union all
    select
        standard_year,
        null,
        'England',
        null,
        1e6,
    from wres_years
), drawn as (
    select
        bodies.*,
        kinds.*,
        1 + 0.12 * bell(bits(concat_ws(
            '|', 'wres indicator', bodies.standard_year, bodies.organisation_name, kinds.indicator
        ))) * (bodies.organisation_code is not null)::int as factor,
    from bodies
    cross join kinds
)
select
    wres_years.standard_year,
    wres_years.as_at,
    wres_years.published_on,
    drawn.organisation_code,
    drawn.organisation_name,
    drawn.region_code,
    drawn.indicator,
    case when not drawn.is_ratio then round(drawn.bme_level * drawn.factor, 1) end as bme_value,
    case when not drawn.is_ratio then round(drawn.white_level * drawn.factor, 1) end
        as white_value,
    case when drawn.is_ratio then round(drawn.bme_level * drawn.factor, 2) end
        as relative_likelihood,
    -- Too few applicants make no likelihood.
    drawn.is_ratio and drawn.fte < 1200 as is_hidden,
from drawn
inner join wres_years
    on drawn.standard_year = wres_years.standard_year;
