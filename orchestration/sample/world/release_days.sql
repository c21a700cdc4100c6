-- The day of a release, for publications whose figures say when they were published.
-- Statistics come out on Thursdays: the last one within so many days of a day.
create macro thursday_within(day, lag) as
    cast(day as date) + cast(lag as integer)
    - cast((isodow(cast(day as date) + cast(lag as integer)) + 3) % 7 as integer);
