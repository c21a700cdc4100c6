-- Answers to each question of the staff survey by group of respondents, as the detailed workbooks
-- print them. "Q13" above "b) Managers" is question q13b. The number of respondents stands in a
-- column of its own beside the answers.
with source as (
    select * from {{ source('raw', 'nss__detailed_results') }}
),

tidy as (
    select
        *,
        cast({{ first_match('survey_year', '(20[0-9]{2})') }} as integer) as year_of_survey,
        {{ tidied('label_1') }} as first_label,
        {{ tidied('label_2') }} as second_label,
        {{ tidied('label_3') }} as third_label,
        lower({{ trimmed('question_number') }}) as question,
        lower({{ first_match('sub_question_text', '^ *([A-Za-z])[)]') }}) as part,
        lower({{ trimmed('unit') }}) as unit_symbol
    from source
),

labelled as (
    select
        *,
        coalesce(third_label, second_label, first_label) as respondent_group_label,
        case
            when
                coalesce(second_label, third_label) is not null
                and {{ matches('first_label', '^[A-Z0-9]{3,5}$') }}
                then first_label
        end as reporting_code,
        case
            when part is null or {{ matches('question', '[a-z]$') }} then question
            else concat(question, part)
        end as question_and_part,
        max(case when unit_symbol = 'n' then {{ number('value') }} end) over (
            partition by file_id, sheet_name, row_number, question, sub_question_text
        ) as respondents
    from tidy
),

final as (
    select
        year_of_survey as survey_year,
        make_date(year_of_survey, 9, 1) as period_start,
        make_date(year_of_survey, 11, 30) as period_end,
        respondent_group_label as respondent_group,
        reporting_code as organisation_code,
        lower(respondent_group_label) = 'all trusts' as is_all_trusts,
        question_and_part as question_number,
        {{ trimmed('question_text') }} as question_text,
        {{ trimmed('sub_question_text') }} as sub_question_text,
        {{ tidied('response_option') }} as response_option,
        unit_symbol as unit,
        case when unit_symbol = '%' then {{ number('value') }} end as value_pct,
        cast(respondents as bigint) as base_count,
        {{ availability_status('value', blank='suppressed_source') }} as availability_status,
        {{ provenance(has_column_number=true) }}
    from labelled
)

select * from final
