-- The dates that follow from the words of each dated statement, and of the worked example of each
-- kind of phrase, beside the dates that are recorded for them.
with rules as (
    select * from {{ ref('date_phrases') }}
),

phrases as (
    select
        statement_id as dated_id,
        date_phrase,
        date_phrase_id,
        date_kind,
        window_start,
        due_date,
        due_date_earliest,
        stated_on
    from {{ ref('int_statements') }}
    where date_phrase is not null or due_date is not null or window_start is not null

    union all

    -- Examples are those of the People Plan.
    select
        rules.phrase_id as dated_id,
        rules.example_phrase as date_phrase,
        rules.phrase_id as date_phrase_id,
        rules.date_kind,
        rules.example_window_start as window_start,
        rules.example_due_date as due_date,
        rules.example_due_date_earliest as due_date_earliest,
        facts.stated_date as stated_on
    from rules
    cross join {{ ref('stated_facts') }} as facts
    where facts.series_id = 'plan_publication'
),

parsed as (
    select
        *,
        {{ published_date(first_match('date_phrase', '([A-Z][a-z]+ [0-9]{4})')) }} as month_start,
        {{ first_year('date_phrase') }} as year_number,
        case lower({{ first_match('date_phrase', '([a-z]+) quarter') }})
            when 'first' then 1
            when 'second' then 2
            when 'third' then 3
            when 'fourth' then 4
        end as quarter_number
    from phrases
),

final as (
    select
        parsed.dated_id,
        parsed.date_phrase,
        parsed.date_phrase_id,
        parsed.date_kind,
        parsed.window_start,
        parsed.due_date,
        parsed.due_date_earliest,
        rules.date_kind as derived_date_kind,
        {{ dated_by('rules.window_start_rule') }} as derived_window_start,
        {{ dated_by('rules.due_date_rule') }} as derived_due_date,
        {{ dated_by('rules.due_date_earliest_rule') }} as derived_due_date_earliest
    from parsed
    left join rules
        on parsed.date_phrase_id = rules.phrase_id
)

select * from final
