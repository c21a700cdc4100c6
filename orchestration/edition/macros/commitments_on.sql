{# `select ... from marts.commitments_on(date '2021-04-01')` #}
{% from 'statements.sql' import commitments_on %}
create macro marts.commitments_on(day, known_on := null) as table (
    {{ commitments_on(
        'marts.commitments',
        'marts.delivery_evidence',
        'select cast(day as date) as status_on, cast(coalesce(known_on, day) as date) as known_on'
    ) }}
);

comment on macro table marts.commitments_on is
    'The table marts.commitments as it stood on a day, by what was recorded by then; '
    'known_on := a later day adds what was recorded until that day about the time before.';
