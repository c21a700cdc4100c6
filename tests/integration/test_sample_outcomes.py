"""What the outcomes mart makes of the sample's impact tracker is what the invented world put in."""

from __future__ import annotations

import duckdb

from orchestration.home import Home

DIFFERENCES = """
    with truth as (select * from read_csv($truth)),

    cells as (
        select outcome_measure_id, ahsn_code, period_start, period_end, value, entry_count
        from marts.workforce_outcomes
        where aggregation_level = 'network'
    )

    select *
    from cells
    full join truth using (outcome_measure_id, ahsn_code, period_start, period_end)
    where cells.value is distinct from truth.value
        or cells.entry_count is distinct from truth.entry_count
"""


def test_every_cell_is_what_was_put_in(sample_home: Home) -> None:
    truth = str(sample_home.truth / "workforce_outcomes.csv")
    with duckdb.connect(str(sample_home.edition), read_only=True) as connection:
        counted = connection.execute("select count(*) from read_csv(?)", [truth]).fetchone()
        different = connection.execute(DIFFERENCES, {"truth": truth}).fetchmany(5)
    assert counted is not None
    assert counted[0] > 100
    assert different == []


def test_time_measured_and_time_converted_never_meet(sample_home: Home) -> None:
    with duckdb.connect(str(sample_home.edition), read_only=True) as connection:
        methods = connection.execute(
            "select outcome_measure_id from marts.workforce_outcomes "
            "group by outcome_measure_id having count(distinct time_method) > 1"
        ).fetchall()
        hours = connection.execute(
            "select count(*) from marts.workforce_outcomes "
            "where unit = 'minutes' and value is not null and abs(hours - value / 60) > 1e-9"
        ).fetchone()
    assert methods == []
    assert hours == (0,)
