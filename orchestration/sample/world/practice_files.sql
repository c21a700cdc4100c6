-- Which months the files of practices print, and in which layout: those of every sample, and where
-- all are published, the quarters to June 2021 re-issued in July 2022 with the months after them,
-- then a release a month. March 2021 stands as it was first published.
create table practice_files as
with every_file as (
    select
        months.month,
        if(
            months.month < date '2022-06-01',
            date '2022-07-28',
            thursday_within(last_day(months.month + interval 1 month), 0)
        ) as published_on,
        'dated' as era,
    from months
    where
        getvariable('has_every_practice_file')
        and (
            months.month >= date '2021-07-01'
            or (months.month >= date '2015-09-01' and month(months.month) % 3 = 0)
        )
)
from printed_practice_files
union all
from every_file
where month not in (select month from printed_practice_files);
