"""The gate names what an edition gives away, never a value, and lets through what it does not."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest

from orchestration.edition.disclosure.gate import nothing_hidden_can_be_worked_out
from tests.small_build import empty_edition

MARCH, MAY, JUNE = "2024-03-31", "2024-05-23", "2024-06-20"
TABLE = {
    "measure_id": "volunteers_active",
    "definition_id": "active_in_period",
    "disclosure_table": "volunteers_active",
    "base_period_type": "quarter",
    "kept_by": "rectangles",
    "blank_cells_add": False,
    "holds_others": False,
}


@pytest.fixture
def edition() -> Iterator[duckdb.DuckDBPyConnection]:
    connection = empty_edition()
    _insert(connection, "edition.reference.disclosure_tables", **TABLE)
    _insert(
        connection,
        "edition.reference.definitions",
        measure_id="volunteers_active",
        definition_id="active_in_period",
    )
    yield connection
    connection.close()


def _insert(connection: duckdb.DuckDBPyConnection, table: str, **row: object) -> None:
    columns = ", ".join(row)
    places = ", ".join("?" * len(row))
    connection.execute(f"insert into {table} ({columns}) values ({places})", list(row.values()))


def figure(
    connection: duckdb.DuckDBPyConnection,
    code: str,
    value: float | None,
    *,
    level: str = "organisation",
    status: str = "suppressed_project",
    published_on: str = MAY,
    superseded_on: str | None = None,
) -> None:
    _insert(
        connection,
        "edition.marts.metric_history",
        measure_id="volunteers_active",
        definition_id="active_in_period",
        period_type="quarter",
        period_start="2024-01-01",
        period_end=MARCH,
        geography_level=level,
        organisation_code=code,
        region_code="Y56" if level == "organisation" else None,
        breakdown_type="all",
        breakdown_value="all",
        value=value,
        unit="count_people",
        availability_status="observed" if value is not None else status,
        published_on=published_on,
        superseded_on=superseded_on,
        is_current=superseded_on is None,
        file_id=published_on,
    )


def test_one_hidden_trust_of_a_shown_sum_is_given_away(edition: duckdb.DuckDBPyConnection) -> None:
    figure(edition, "RA1", None)
    figure(edition, "RA2", 40)
    figure(edition, "E92000001", 43, level="england")
    found = nothing_hidden_can_be_worked_out(edition)
    assert not found.is_passed
    assert "RA1" in found.detail
    assert found.counts["given_away"] == 1
    assert "seeds/disclosure_tables.csv" in found.detail


def test_a_finding_never_holds_the_hidden_value(edition: duckdb.DuckDBPyConnection) -> None:
    figure(edition, "RA1", None)
    figure(edition, "RA2", 40)
    figure(edition, "E92000001", 40 + 3.14159, level="england")
    found = nothing_hidden_can_be_worked_out(edition)
    assert not found.is_passed
    assert "3.14" not in " ".join([found.detail, *found.largest, *map(str, found.counts.values())])


def test_two_hidden_trusts_keep_each_other(edition: duckdb.DuckDBPyConnection) -> None:
    for code in ("RA1", "RA2"):
        figure(edition, code, None)
    figure(edition, "RA3", 40)
    figure(edition, "E92000001", 60, level="england")
    found = nothing_hidden_can_be_worked_out(edition)
    assert found.is_passed
    assert "2 hidden cells" in found.detail


def test_a_trust_that_came_last_is_the_difference_of_two_vintages(
    edition: duckdb.DuckDBPyConnection,
) -> None:
    """RA1 and RA2 are hidden in both; RA1's return came after the first sum."""
    figure(edition, "RA1", None, published_on=JUNE)
    figure(edition, "RA2", None)
    figure(edition, "E92000001", 55, level="england", superseded_on=JUNE)
    figure(edition, "E92000001", 60, level="england", published_on=JUNE)
    found = nothing_hidden_can_be_worked_out(edition)
    assert found.counts["given_away"] == 2


def test_what_a_sum_leaves_blank_is_not_in_it(edition: duckdb.DuckDBPyConnection) -> None:
    figure(edition, "RA1", None, status="suppressed_source")
    figure(edition, "RA2", 40)
    figure(edition, "E92000001", 40, level="england")
    assert nothing_hidden_can_be_worked_out(edition).is_passed


def test_an_edition_without_hidden_figures_has_nothing_to_give_away(
    edition: duckdb.DuckDBPyConnection,
) -> None:
    figure(edition, "E92000001", 40, level="england")
    assert nothing_hidden_can_be_worked_out(edition).is_passed
