{# What can be said of a statement on a day. Plain Jinja without dbt's own functions: the marts and
   the table macros of an edition (orchestration/edition/macros) are rendered from this one text. #}

{# The common table expressions `asked` and `evidenced`. `asked` is a query that gives the days,
   `status_on`, and for each the day up to which releases are known, `known_on`. Evidence counts on
   a day if it had happened by then and its newest release known by then does not retract it. What
   was delivered stays so; otherwise the newest evidence decides. #}
{% macro evidence_counted(evidence, asked) -%}
asked as (
    {{ asked }}
),

counted as (
    select
        asked.status_on,
        evidence.counted_statement_id,
        evidence.evidence_on,
        evidence.evidence_kind,
        coalesce(evidence.reference_url, evidence.reference_title) as evidence_reference,
        evidence.is_synthetic,
        row_number() over (
            partition by asked.status_on, evidence.counted_statement_id
            order by
                case when evidence.evidence_kind = 'delivered' then 0 else 1 end asc,
                evidence.evidence_on desc,
                evidence.published_on desc,
                evidence.evidence_id desc
        ) as weight
    from asked
    inner join {{ evidence }} as evidence
        on
            asked.status_on >= evidence.evidence_on
            and asked.known_on >= evidence.published_on
            and (evidence.superseded_on is null or asked.known_on < evidence.superseded_on)
    where evidence.is_known_statement and evidence.evidence_kind <> 'retracted'
),

evidenced as (
    select
        status_on,
        counted_statement_id,
        count(*) as evidence_count,
        max(evidence_on) as latest_evidence_on,
        max(case when weight = 1 then evidence_kind end) as evidence_kind,
        max(case when weight = 1 then evidence_reference end) as evidence_reference,
        min(case when evidence_kind = 'delivered' then evidence_on end) as delivered_on,
        max(case when is_synthetic then 1 else 0 end) = 1 as has_synthetic_evidence
    from counted
    group by status_on, counted_statement_id
)
{%- endmacro %}


{# The status, in the order in which the rules stand in docs/decisions/0009. Nothing here says that
   a promise was broken: past its date and without evidence it is overdue, and no more. #}
{% macro statement_status() -%}
case
            when asked.status_on < statements.stated_on then 'unknown'
            when evidenced.delivered_on is not null then 'delivered'
            when evidenced.evidence_kind in ('superseded', 'withdrawn') then 'unknown'
            when statements.date_kind = 'ongoing' then 'ongoing'
            when asked.status_on < statements.window_start then 'due'
            when statements.date_kind in ('from', 'conditional')
                then case when statements.window_start is null then 'unknown' else 'ongoing' end
            when statements.due_date is null then 'unknown'
            when asked.status_on > statements.due_date
                then case when evidenced.evidence_count is null then 'overdue' else 'unknown' end
            when statements.window_start is null then 'due'
            else 'in_window'
        end
{%- endmacro %}


{# The columns that depend on the day, alike for every kind of statement. #}
{% macro columns_of_the_day() -%}
{{ statement_status() }} as status,
        asked.status_on,
        asked.known_on,
        coalesce(
            statements.due_date_earliest <= asked.status_on
            and asked.status_on <= statements.due_date
            and evidenced.delivered_on is null,
            false
        ) as may_have_fallen_due,
        coalesce(evidenced.evidence_count, 0) as evidence_count,
        evidenced.latest_evidence_on,
        evidenced.evidence_kind,
        evidenced.evidence_reference,
        evidenced.delivered_on,
        evidenced.delivered_on > statements.due_date as is_delivered_late,
        coalesce(evidenced.has_synthetic_evidence, false) as has_synthetic_evidence
{%- endmacro %}


{# The 97 statements of the People Plan's briefing, on the days asked for. #}
{% macro commitments_on(statements, evidence, asked) -%}
with {{ evidence_counted(evidence, asked) }},

final as (
    select
        statements.commitment_id,
        statements.chapter_id,
        statements.chapter_name,
        statements.theme,
        statements.statement_kind,
        statements.counts_towards_delivery,
        statements.summary,
        statements.owner,
        statements.owner_is_implied,
        statements.owner_roles,
        {{ columns_of_the_day() }},
        statements.stated_on,
        statements.date_phrase,
        statements.date_phrase_id,
        statements.date_kind,
        statements.date_confidence,
        statements.window_start,
        statements.due_date,
        statements.due_date_earliest,
        statements.target_value,
        statements.target_unit,
        statements.metric_ids,
        statements.covers_all_metrics,
        statements.depends_on_commitment_id,
        statements.note,
        statements.document_id,
        statements.document_line
    from {{ statements }} as statements
    cross join asked
    left join evidenced
        on
            statements.commitment_id = evidenced.counted_statement_id
            and asked.status_on = evidenced.status_on
    order by asked.status_on, statements.document_line, statements.commitment_id
)

select * from final
{%- endmacro %}


{# The 97 actions and 77 objectives of the interim plan, on the days asked for. A target that is
   printed twice has one set of evidence. #}
{% macro interim_plan_actions_on(statements, evidence, asked) -%}
with {{ evidence_counted(evidence, asked) }},

final as (
    select
        statements.statement_id,
        statements.statement_kind,
        statements.statement_level,
        statements.workstream_id,
        statements.workstream_number,
        statements.workstream_name,
        statements.sub_workstream,
        statements.nearest_chapter_ids,
        statements.item_number,
        statements.parent_objective_id,
        statements.summary,
        statements.joint_professional_workstream,
        {{ columns_of_the_day() }},
        statements.stated_on,
        statements.date_phrase,
        statements.date_phrase_id,
        statements.date_kind,
        statements.window_start,
        statements.due_date,
        statements.due_date_earliest,
        statements.baseline_value,
        statements.target_value,
        statements.target_unit,
        statements.target_kind,
        statements.same_target_as,
        statements.is_counted,
        statements.metric_ids,
        statements.note,
        statements.document_id,
        statements.document_line
    from {{ statements }} as statements
    cross join asked
    left join evidenced
        on
            coalesce(statements.same_target_as, statements.statement_id)
            = evidenced.counted_statement_id
            and asked.status_on = evidenced.status_on
    order by asked.status_on, statements.document_line, statements.statement_id
)

select * from final
{%- endmacro %}
