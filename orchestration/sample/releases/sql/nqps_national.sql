-- The pulse survey of England: a row a question, with the range over ICBs.
with boards as (
    select
        financial_year,
        quarter,
        theme,
        item_order,
        item,
        icb_code,
        sum(response_count) as response_count,
        sum(exact(positive_pct * response_count)) as positive,
        sum(exact(score * response_count)) as scores,
        cast(sum(exact(positive_pct * response_count)) as double) / sum(response_count) as icb_pct,
    from nqps_results
    where financial_year = $financial_year and quarter = $quarter
    group by all
)
select
    financial_year as "Financial year",
    quarter as "Quarter",
    theme as "Engagement theme",
    item as "Question",
    cast(sum(response_count) as bigint) as "Number of responses",
    round(cast(sum(positive) as double) / sum(response_count), 1) as "England % positive",
    round(cast(sum(scores) as double) / sum(response_count), 2) as "England mean score",
    round(min(icb_pct), 1) as "Lowest ICB % positive",
    round(max(icb_pct), 1) as "Highest ICB % positive",
    'true' as "IS_SYNTHETIC",
from boards
group by financial_year, quarter, theme, item_order, item
order by item_order
