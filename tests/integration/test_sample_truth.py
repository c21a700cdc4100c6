"""Every cell that the marts make of the sample equals what the invented world put in."""

from __future__ import annotations

import duckdb
import pytest

from orchestration.home import Home
from orchestration.sample.truth import truth_metrics

CELL = """
    measure_id, definition_id, period_start, period_end, geography_level, organisation_code,
    breakdown_type, breakdown_value
"""
# Sums of floating point numbers differ in their last places by the order of adding up.
TOLERANCE = 1e-9
# Said in full: quotes may come far below the lines from which DuckDB would guess.
TRUTH = """
    read_csv($truth, delim = ',', quote = '"', header = true, types = {
        'period_start': 'date', 'period_end': 'date', 'organisation_code': 'varchar',
        'breakdown_value': 'varchar', 'value': 'double', 'availability_status': 'varchar'
    })
"""
DIFFERENCES = f"""
    with truth as (
        select * from {TRUTH}
    ),

    cells as (
        select {CELL}, value, availability_status
        from (
            from marts.looking_after_our_people
            union all by name from marts.belonging_in_the_nhs
            union all by name from marts.new_ways_of_working_and_delivering_care
            union all by name from marts.growing_for_the_future
        )
        where metric_id = $metric_id and file_id is not null
    )

    select
        {CELL},
        cells.value as in_mart,
        truth.value as put_in,
        cells.availability_status as status_in_mart,
        truth.availability_status as status_put_in
    from cells
    full join truth using ({CELL})
    where cells.availability_status is distinct from truth.availability_status
        or (cells.value is null) <> (truth.value is null)
        or abs(cells.value - truth.value) > {TOLERANCE} * greatest(1, abs(truth.value))
    order by all
"""


@pytest.mark.parametrize("metric_id", truth_metrics())
def test_every_cell_is_what_was_put_in(sample_home: Home, metric_id: str) -> None:
    truth = str(sample_home.truth / f"{metric_id}.csv")
    with duckdb.connect(str(sample_home.edition), read_only=True) as connection:
        cells = connection.execute(f"select count(*) from {TRUTH}", {"truth": truth})
        assert cells.fetchone() != (0,)
        different = connection.execute(
            DIFFERENCES, {"truth": truth, "metric_id": metric_id}
        ).fetchmany(5)
    assert different == []
