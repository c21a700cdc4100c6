-- The actions and objectives of the interim plan with their workstreams, whatever the day.
with actions as (
    select * from {{ ref('interim_actions') }}
),

workstreams as (
    select * from {{ ref('interim_workstreams') }}
),

published as (
    select
        document_id,
        stated_date as stated_on
    from {{ ref('stated_facts') }}
    where series_id = 'interim_plan_publication'
),

statements as (
    select
        action_id as statement_id,
        'action' as statement_kind,
        action_type as statement_level,
        workstream_id,
        cast(null as {{ dbt.type_string() }}) as parent_objective_id,
        summary,
        document_id,
        document_line
    from actions

    union all

    select
        objective_id as statement_id,
        'objective' as statement_kind,
        objective_level as statement_level,
        workstream_id,
        parent_objective_id,
        summary,
        document_id,
        document_line
    from {{ ref('interim_objectives') }}
),

final as (
    select
        statements.*,
        workstreams.workstream_number,
        workstreams.workstream_name,
        workstreams.nearest_chapter_ids,
        actions.sub_workstream,
        actions.item_number,
        actions.joint_professional_workstream,
        actions.date_phrase,
        actions.date_phrase_id,
        coalesce(actions.date_kind, 'undated') as date_kind,
        cast(null as date) as window_start,
        actions.due_date,
        cast(null as date) as due_date_earliest,
        actions.baseline_value,
        actions.target_value,
        actions.target_unit,
        actions.target_kind,
        actions.same_target_as,
        actions.same_target_as is null as is_counted,
        actions.metric_ids,
        actions.note,
        published.stated_on
    from statements
    left join actions
        on statements.statement_id = actions.action_id
    left join workstreams
        on statements.workstream_id = workstreams.workstream_id
    inner join published
        on statements.document_id = published.document_id
)

select * from final
