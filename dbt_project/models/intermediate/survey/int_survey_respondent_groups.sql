-- What each group of respondents in a detailed workbook is: its label as a breakdown. A label that
-- several breakdowns print is the one that the other labels of the same workbook belong to.
with labels as (
    select distinct
        file_id,
        respondent_group
    from {{ ref('stg_nss__detailed_results') }}
    where organisation_code is null and respondent_group is not null
),

meanings as (
    select
        *,
        count(*) over (partition by respondent_group_label) as meaning_count
    from {{ ref('respondent_groups') }}
),

matched as (
    select
        labels.file_id,
        labels.respondent_group,
        meanings.breakdown_type,
        meanings.breakdown_value,
        meanings.meaning_count
    from labels
    inner join meanings
        on lower(labels.respondent_group) = meanings.respondent_group_label
),

workbook_breakdowns as (
    select distinct
        file_id,
        breakdown_type
    from matched
    where meaning_count = 1
),

fitting as (
    select
        matched.*,
        count(*) over (partition by matched.file_id, matched.respondent_group) as fitting_count
    from matched
    left join workbook_breakdowns
        on
            matched.file_id = workbook_breakdowns.file_id
            and matched.breakdown_type = workbook_breakdowns.breakdown_type
    where matched.meaning_count = 1 or workbook_breakdowns.file_id is not null
),

final as (
    select
        file_id,
        respondent_group,
        breakdown_type,
        breakdown_value
    from fitting
    where fitting_count = 1
)

select * from final
