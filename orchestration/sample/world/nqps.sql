-- The quarterly pulse survey: who of those who wished to took part, and how engaged they are.
create table nqps_results as
with employers as (
    select
        rounds.*,
        labels.organisation_code,
        labels.organisation_name,
        labels.region_code,
        labels.icb_code,
        labels.fte,
        labels.kind,
        labels.is_nhs_trust,
        -- A small company is there in each round, with too few answers to be shown.
        labels.organisation_code = min(labels.organisation_code) filter (
            labels.kind = 'company'
        ) over () as is_hidden,
        0.2 * bell(bits('mood|' || labels.organisation_code)) as tilt,
        labels.organisation_code || '|' || rounds.financial_year || rounds.quarter as pulse_key,
    from nqps_rounds as rounds
    inner join organisation_months as labels
        on rounds.month = labels.month
    where labels.is_nhs_trust or labels.kind = 'company'
), answers as (
    select
        employers.*,
        items.* exclude (positive_pct, score),
        cast(
            if(
                employers.is_hidden,
                4,
                11 + employers.fte * (0.03 + 0.15 * even('pulse|' || pulse_key))
                * (0.97 + 0.03 * even('pulse|' || pulse_key || items.item))
            ) as bigint
        ) as response_count,
        items.positive_pct * (
            1 - 0.25 * employers.tilt + 0.03 * bell(bits('engaged|' || pulse_key || items.item))
        ) as positive_pct,
        items.score * (
            1 - 0.15 * employers.tilt + 0.02 * bell(bits('score|' || pulse_key || items.item))
        ) as score,
    from employers
    cross join nqps_items as items
)
select
    * exclude (positive_pct, score),
    round(positive_pct, 1) as positive_pct,
    round(score, 2) as score,
    is_hidden or even('benchmarked|' || organisation_code) < getvariable('benchmarked_share')
        as is_listed,
from answers;
