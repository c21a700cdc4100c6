-- Answers of participants added up for every unit that they count in. A sum that would give a
-- hidden participant away is hidden too: an ICB with any, all regions where one holds a single one,
-- and England where it holds a single one itself.
{%- set wave = ['pulse_item', 'period_start', 'period_end', 'known_on', 'known_file_id'] %}

with answers as (
    select * from {{ ref('int_pulse_answers') }}
),

hidden as (
    select * from {{ ref('int_pulse_hidden') }}
),

participants as (
    select
        answers.*,
        answers.availability_status = 'observed' as is_known,
        case
            when answers.breakdown_type = 'all' then hidden.hides_total else hidden.hides_roles
        end as is_hidden
    from answers
    inner join hidden
        on
            answers.pulse_item = hidden.pulse_item
            and answers.period_start = hidden.period_start
            and answers.period_end = hidden.period_end
            and answers.known_on = hidden.known_on
            and answers.organisation_code = hidden.organisation_code
),

cells as (
    {{ in_every_reporting_unit('participants', ['england', 'region', 'icb', 'organisation']) }}
),

sums as (
    select
        {{ wave | join(',\n        ') }},
        geography_level,
        unit_code as organisation_code,
        min(unit_icb_code) as icb_code,
        min(unit_region_code) as region_code,
        breakdown_type,
        breakdown_value,
        sum(positive_answers) as positive_answers,
        sum(valid_answers) as valid_answers,
        bool_or(is_known) as is_known,
        count(case when is_known and is_hidden then 1 end) as hidden_participants,
        bool_or(is_synthetic) as is_synthetic
    from cells
    group by
        {{ wave | join(', ') }}, geography_level, unit_code, breakdown_type, breakdown_value
),

final as (
    select
        *,
        case geography_level
            when 'organisation' then hidden_participants > 0
            when 'icb' then max(hidden_participants) over unit > 0
            else bool_or(hidden_participants = 1) over units
        end as is_hidden
    from sums
    window
        units as (partition by {{ wave | join(', ') }}, breakdown_type, geography_level),
        unit as (
            partition by {{ wave | join(', ') }}, breakdown_type, geography_level, organisation_code
        )
)

select * from final
