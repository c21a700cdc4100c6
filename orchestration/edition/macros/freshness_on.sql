{# `select ... from marts.freshness_on(current_date)` #}
{% from 'freshness.sql' import files_in_no_figure %}
{% from 'freshness_of_edition.jinja' import freshness_of_edition %}
create macro marts.freshness_on(day) as table (
    {{ freshness_of_edition(
        'select cast(day as date) as status_on', files_in_no_figure('reference.files')
    ) }}
);

comment on macro table marts.freshness_on is
    'The table marts.freshness as it stood on a day, by what had been published until then.';
