-- How publishers print figures and headings, shared by the layouts that are written with them.
create macro day_first(day) as
    strftime(day, '%d/%m/%Y');

create macro rate_pct(lost, available) as
    round(100 * lost / available, 2);

-- Days as a float prints them, now and then with the noise of adding floats up.
create macro printed_days(days) as
    cast(cast(days as double) as varchar)
    || case
        when cast(days * 100000 as bigint) % 10 <> 0 and cast(days * 100000 as bigint) % 61 = 0
            then '0000001'
        else ''
    end;

create macro thousands(amount) as
    format('{:,}', cast(amount as bigint));

-- Months as they stand above columns: typed by many hands over the years.
create macro irregular_month(month) as
    strftime(month, '%B')
    || list_extract(
        [' ', ' ', '    ', '     ', chr(10), chr(10), ' ' || chr(10)],
        1 + cast(floor(7 * even('heading|' || month)) as integer)
    )
    || strftime(month, '%Y');

-- What is left of an amount that was printed to two places, as formatting a float rounds it.
create macro to_hundredths(amount) as
    cast(format('{:.2f}', cast(amount as double)) as decimal(18, 5));

-- A figure, or the star that stands for a hidden one, in one column of a workbook.
create macro starred(amount, is_hidden) as
    case
        when is_hidden then cast('*' as union(amount double, star varchar))
        else cast(cast(amount as double) as union(amount double, star varchar))
    end;

-- To the nearest ten; what that makes zero is low, unless nothing was counted.
create macro rounded_start(starts) as
    case
        when starts between 1 and 4 then 'low'
        else cast(cast(round(starts / 10) * 10 as bigint) as varchar)
    end;
