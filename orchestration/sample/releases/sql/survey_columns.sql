-- The columns of a survey sheet: for each question its answers in per cent, then the base.
with columns as (
    select
        item_order,
        answer_order,
        question_number,
        part,
        stem,
        wording,
        answer,
        '%' as unit,
    from survey_columns
    where
        survey_year = $survey_year
        and sheet = $sheet
    union all
    select
        item_order,
        99,
        question_number,
        part,
        stem,
        wording,
        'Base (number of respondents)',
        'n',
    from survey_items
    where
        survey_year = $survey_year
        and sheet = $sheet
)
select
    'Q' || question_number as question,
    coalesce(stem, '') as stem,
    coalesce(part || ') ', '') || wording as wording,
    answer,
    unit,
from columns
order by item_order, answer_order
