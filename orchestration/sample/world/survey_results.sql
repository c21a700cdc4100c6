-- The survey's tables: shares and bases of each group, and means of organisations' means.
create table survey_results as
with shares as (
    select
        survey_year,
        sheet,
        breakdown,
        trust_type,
        is_nhs_trust,
        respondent_code,
        respondent_group,
        group_order,
        item_order,
        answer_order,
        -- Fewer than eleven answers: nothing of the block is shown.
        case when base_count >= 11 then 100.0 * answer_count / base_count end as share_pct,
        case when base_count >= 11 then base_count end as base_count,
    from survey_counts
), summaries as (
    select
        *,
        unnest(['ALL TRUSTS', trust_type]) as summary_group,
    from shares
    where
        breakdown = 'organisation'
        and is_nhs_trust
)
select * exclude (is_nhs_trust)
from shares
union all by name
select
    survey_year,
    sheet,
    'summary' as breakdown,
    summary_group as respondent_group,
    item_order,
    answer_order,
    -- Whole millionths, so that the mean does not depend on the order of adding up.
    sum(cast(share_pct as decimal(18, 9))) / count(share_pct) as share_pct,
    sum(base_count) as base_count,
from summaries
group by survey_year, sheet, summary_group, item_order, answer_order;
