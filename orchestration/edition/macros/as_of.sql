{# `select ... from marts.as_of(date '2023-06-15')` #}
create macro marts.as_of(day) as table (
    select * replace (cast(null as date) as superseded_on, true as is_current)
    from marts.metric_history
    where
        published_on <= cast(day as date)
        and (superseded_on is null or superseded_on > cast(day as date))
);

comment on macro table marts.as_of is
    'Every figure as it was known on a day: one row a cell of marts.metric_history, the vintage that stood then.';
