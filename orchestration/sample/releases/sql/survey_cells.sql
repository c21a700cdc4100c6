-- The cells of a survey sheet: summary rows first, then organisations or groups of respondents.
with answers as (
    select
        *,
        case
            when respondent_group = 'ALL TRUSTS' then 0
            when breakdown = 'summary' then 1
            else 2
        end as block,
    from survey_results
    where
        survey_year = $survey_year
        and sheet = $sheet
        and (breakdown = $breakdown or breakdown = 'summary')
        and (
            $breakdown = 'organisation' or breakdown <> 'summary' or respondent_group = 'ALL TRUSTS'
        )
), cells as (
    select
        * exclude (answer_order, share_pct, base_count),
        answer_order,
        share_pct as value,
    from answers
    union all by name
    select distinct
        * exclude (answer_order, share_pct, base_count),
        99 as answer_order,
        cast(base_count as double) as value,
    from answers
)
select
    block,
    coalesce(group_order, 0) as group_order,
    coalesce(trust_type, '') as trust_type,
    coalesce(respondent_code, '') as respondent_code,
    respondent_group,
    lpad(cast(item_order as varchar), 3, '0') || lpad(cast(answer_order as varchar), 2, '0')
        as column_key,
    value,
from cells
