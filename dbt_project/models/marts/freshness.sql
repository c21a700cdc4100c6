-- Where every metric and every publication stands against the calendar, on one day.
{% set tables = {
    'carriers': ref('freshness_subjects'),
    'rules': ref('publication_calendars'),
    'frequencies': ref('frequencies'),
    'calendar': ref('release_calendar'),
    'received': ref('periods_received'),
    'files_outside': files_in_no_figure(ref('files')),
} %}
{{ freshness_on(
    tables,
    'select ' ~ status_day() ~ ' as status_on',
    days_between('graded.due_on', 'graded.status_on')
) }}
