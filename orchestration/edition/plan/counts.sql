{# What changes, counted by mart, metric and kind, in the order of Annex A. #}
select
    changed_cells.mart,
    changed_cells.metric_id,
    changed_cells.change,
    count(*) as cell_count,
    count(*) filter (changed_cells.is_england) as england_count
from changed_cells
left join {{ now }}.reference.metrics as metrics
    on changed_cells.metric_id = metrics.metric_id
group by changed_cells.mart, changed_cells.metric_id, metrics.annex_row_seq, changed_cells.change
order by metrics.annex_row_seq, changed_cells.metric_id, changed_cells.change
