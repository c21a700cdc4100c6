-- How many people of each group gave each answer of the survey.
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
        if(columns.takes_the_rest, 0, columns.share) * greatest(
            0.1,
            1 + columns.tilt * (
                respondents.tilt * columns.sensitivity
                + 0.07 * bell(bits('opinion|' || block_key))
            )
        ) as tilted_share,
    from survey_respondents as respondents
    inner join survey_columns as columns
        on respondents.survey_year = columns.survey_year
), stacked as (
    select
        *,
        -- Counts of stacked shares: rounding each alone would lose the rare answers.
        cast(
            floor(
                base_count * least(0.97, sum(exact(tilted_share)) over up_to)
                + even('answer|' || block_key)
            )
            as bigint
        ) as stacked_count,
    from bases
    window up_to as (partition by block_key order by answer_order)
)
select
    * exclude (stacked_count, tilted_share, block_key),
    case
        when response_set = 'grounds'
            then cast(floor(base_count * tilted_share + even('tick|' || block_key)) as bigint)
        when takes_the_rest
            then base_count - max(stacked_count) over (partition by block_key)
        else stacked_count - coalesce(
            lag(stacked_count) over (partition by block_key order by answer_order), 0
        )
    end as answer_count,
from stacked;
