-- Months as they stand above the columns of the workbook's tables.
select
    if($by_hand, irregular_month(month), strftime(month, '%B %Y')) as heading,
from months
where month between $first_month and $last_month
order by month
