-- Who answered the staff survey, organisation by organisation, as the benchmark workbooks count.
-- One trust reports as two units, one company is so small that its answers are hidden, and the
-- answers of one trust were left out of one release.
create table benchmark_respondents as
with employers as (
    select
        rounds.survey_year,
        rounds.response_rate,
        labels.organisation_code,
        labels.organisation_name,
        labels.kind,
        labels.is_nhs_trust,
        labels.region_code,
        labels.icb_code,
        case
            when labels.kind = 'company' then 'Social Enterprises - Community'
            when labels.benchmark_group = 'Acute - Specialist' then 'Acute Specialist Trusts'
            when labels.cluster_group = 'Acute' then 'Acute and Acute & Community Trusts'
            when labels.cluster_group = 'Mental Health'
                then 'MH & LD and MH, LD & Community Trusts'
            when labels.cluster_group = 'Community Provider Trust' then 'Community Trusts'
            else labels.cluster_group || ' Trusts'
        end as benchmarking_group,
        -- As many as answer the same round in the detailed workbooks.
        labels.fte / 0.88 * rounds.response_rate
        * (0.8 + 0.4 * even('response|' || labels.organisation_code || '|' || rounds.survey_year))
            as people,
        labels.fte / 0.88 as staff,
        0.2 * bell(bits('mood|' || labels.organisation_code)) as tilt,
    from benchmark_rounds as rounds
    inner join organisation_months as labels
        on labels.month = least(make_date(rounds.survey_year, 11, 1), getvariable('last_month'))
    where labels.is_nhs_trust or labels.kind = 'company'
), odd as (
    select
        min(organisation_code) filter (kind = 'company') as hidden_code,
        min(organisation_code) filter (benchmarking_group = 'Acute and Acute & Community Trusts')
            as divided_code,
        max(organisation_code) filter (benchmarking_group = 'Acute and Acute & Community Trusts')
            as omitted_code,
    from employers
    where survey_year = 2024
), units as (
    select
        employers.*,
        employers.organisation_code = odd.hidden_code as is_hidden,
        employers.organisation_code = odd.omitted_code as is_omitted,
        unnest(if(employers.organisation_code = odd.divided_code, ['1', '2'], [''])) as unit,
    from employers
    cross join odd
)
select
    survey_year,
    organisation_code || unit as organisation_code,
    organisation_name || case unit when '1' then ' (acute)' when '2' then ' (ambulance)' else '' end
        as organisation_name,
    benchmarking_group,
    region_code,
    icb_code,
    is_nhs_trust,
    is_omitted,
    tilt + if(unit = '2', 0.1, 0) as tilt,
    staff * case unit when '1' then 0.85 when '2' then 0.15 else 1 end as staff,
    cast(
        if(is_hidden, 9, people * case unit when '1' then 0.85 when '2' then 0.15 else 1 end)
        as bigint
    ) as people,
    -- A workbook at small scale lists some organisations; the totals are those of all.
    is_hidden or is_omitted or unit <> ''
    or even('benchmarked|' || organisation_code) < getvariable('benchmarked_share') as is_listed,
from units;
