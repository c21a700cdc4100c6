"""Every cell that the marts make of the sample equals what the invented world put in."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from orchestration.home import Home
from orchestration.sample.truth import truth_metrics

DIFFERENCES = Path(__file__).with_name("sample_differences.sql")
# Sums of floating point numbers differ in their last places by the order of adding up.
TOLERANCE = 1e-9


@pytest.mark.parametrize("metric_id", truth_metrics())
def test_every_cell_is_what_was_put_in(sample_home: Home, metric_id: str) -> None:
    truth = sample_home.truth / f"{metric_id}.csv"
    assert len(truth.read_text("utf-8").splitlines()) > 1
    with duckdb.connect(str(sample_home.edition), read_only=True) as connection:
        different = connection.execute(
            DIFFERENCES.read_text("utf-8"),
            {"truth": str(truth), "metric_id": metric_id, "tolerance": TOLERANCE},
        ).fetchmany(5)
    assert different == []
