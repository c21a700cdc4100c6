{# `select ... from marts.interim_plan_actions_on(date '2020-04-01')` #}
{% from 'statements.sql' import interim_plan_actions_on %}
create macro marts.interim_plan_actions_on(day, known_on := null) as table (
    {{ interim_plan_actions_on(
        'marts.interim_plan_actions',
        'marts.delivery_evidence',
        'select cast(day as date) as status_on, cast(coalesce(known_on, day) as date) as known_on'
    ) }}
);

comment on macro table marts.interim_plan_actions_on is
    'The table marts.interim_plan_actions as it stood on a day, by what was recorded by then; '
    'known_on := a later day adds what was recorded until that day about the time before.';
