-- The survey's tables: shares and bases of each respondent group, and means of organisations' means.
create table survey_counts as
with bases as (
    select
        respondents.*,
        columns.* exclude (survey_year, tilt),
        respondents.respondent_key || '|' || columns.item as block_key,
        cast(
            respondents.people * columns.base_share
            * (0.985 + 0.03 * even('base|' || block_key))
            as bigint
        ) as base_count,
        columns.share * (
            1 + columns.tilt
            * (respondents.tilt + 0.07 * bell(bits('opinion|' || block_key)))
        ) as tilted_share,
    from survey_respondents as respondents
    inner join survey_columns as columns
        on respondents.survey_year = columns.survey_year
), counted as (
    select
        *,
        case
            when takes_the_rest then 0
            else cast(floor(base_count * tilted_share) as bigint)
        end as drawn_count,
    from bases
)
select
    * exclude (drawn_count, tilted_share, block_key),
    case
        when takes_the_rest
            then base_count - sum(drawn_count) over (partition by block_key)
        else drawn_count
    end as answer_count,
from counted;

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
