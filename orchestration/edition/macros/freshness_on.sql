{# `select ... from marts.freshness_on(current_date)` #}
{% from 'freshness.sql' import freshness_on %}
create macro marts.freshness_on(day) as table (
    {{ freshness_on(
        {
            'carriers': 'reference.freshness_subjects',
            'rules': 'reference.publication_calendars',
            'frequencies': 'reference.frequencies',
            'calendar': 'reference.release_calendar',
            'received': 'reference.periods_received',
            'files_outside': "(select * from reference.files where status not in ("
                ~ "'loaded', 'superseded', 'set_aside'))",
        },
        'select cast(day as date) as status_on',
        "date_diff('day', graded.due_on, graded.status_on)"
    ) }}
);

comment on macro table marts.freshness_on is
    'The table marts.freshness as it stood on a day, by what had been published until then.';
