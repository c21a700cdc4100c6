"""What is said of a figure that no row of any file holds."""

from __future__ import annotations

from pathlib import Path

from orchestration.explain.answer import follow, same_figures
from orchestration.home import Home


def test_a_withdrawn_figure_has_no_rows_and_points_to_the_vintage_before(tmp_path: Path) -> None:
    found, why = follow(Home(tmp_path), {"availability_status": "withdrawn"})
    assert found.rows == ()
    assert why
    assert "--as-of" in why


def test_a_figure_that_must_stay_hidden_shows_no_rows(tmp_path: Path) -> None:
    found, why = follow(Home(tmp_path), {"availability_status": "suppressed_project"})
    assert found.rows == ()
    assert why
    assert "reference.hidden_figures" in why


def test_figures_are_the_same_but_for_the_order_of_adding() -> None:
    cell = {"value": 0.3, "numerator": None, "denominator": 1e12, "base_count": 4}
    assert same_figures({**cell, "value": 0.1 + 0.2}, cell)
    assert not same_figures({**cell, "value": 0.3001}, cell)
    assert not same_figures({**cell, "numerator": 0.0}, cell)
    assert not same_figures({**cell, "base_count": None}, cell)
