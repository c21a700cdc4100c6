-- The few leaver rates that the national body quoted, one a row.
select
    strftime(month, '%B %Y') as "Year ending",
    leaver_rate_pct as "Leaver rate quoted (%)",
    'Synthetic forum, notes of a meeting' as "Quoted in",
    true as "IS_SYNTHETIC",
from management_rates
order by month
