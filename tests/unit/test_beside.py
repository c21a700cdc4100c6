"""`marts.beside(measure, organisation)`: a figure with those of its board, region and England."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import duckdb
import pytest

from tests.small_build import empty_edition

APRIL = {"period_start": date(2024, 4, 1), "period_end": date(2024, 4, 30)}
MAY = {"period_start": date(2024, 5, 1), "period_end": date(2024, 5, 31)}
FIRST, SECOND = date(2024, 3, 7), date(2025, 3, 13)
USUAL = {
    "measure_id": "sickness",
    "definition_id": "trusts",
    "period_type": "calendar_month",
    "breakdown_type": "all",
    "breakdown_value": "all",
    "published_on": FIRST,
    **APRIL,
}
TRUST = {"geography_level": "organisation", "organisation_code": "RJ1"}
PLACES = {"icb_code": "QKK", "region_code": "Y56"}
BOARD = {"geography_level": "icb", "organisation_code": "QKK"}
REGION = {"geography_level": "region", "organisation_code": "Y56"}


@pytest.fixture
def edition() -> Iterator[duckdb.DuckDBPyConnection]:
    """Empty marts with the macro."""
    with empty_edition() as connection:
        yield connection


def insert(
    edition: duckdb.DuckDBPyConnection,
    *rows: dict[str, Any],
    mart: str = "looking_after_our_people",
) -> None:
    for row in rows:
        columns = USUAL | row
        given = ", ".join(f"${name} as {name}" for name in columns)
        edition.execute(f"insert into marts.{mart} by name select {given}", columns)


def beside(edition: duckdb.DuckDBPyConnection, columns: str, code: str = "RJ1") -> list[Any]:
    return edition.execute(
        f"select {columns} from marts.beside('sickness', '{code}') order by all"
    ).fetchall()


def test_areas_stand_beside_the_same_cell(edition: duckdb.DuckDBPyConnection) -> None:
    insert(
        edition,
        TRUST | PLACES | {"value": 5.0, "england_value": 4.8, "peer_quartile": 2},
        TRUST | PLACES | MAY | {"value": 5.1, "england_value": 4.7},
        TRUST
        | PLACES
        | {"breakdown_type": "staff_group", "breakdown_value": "Nurses", "value": 6.0},
        BOARD | {"value": 4.9},
        REGION | {"value": 4.5},
        BOARD | MAY | {"value": 4.2},
        REGION | MAY | {"value": 4.1, "definition_id": "everybody"},
        BOARD | MAY | {"value": 9.0, "organisation_code": "QHM"},
        REGION | MAY | {"value": 9.0, "measure_id": "days_lost"},
    )
    assert beside(edition, "period_end, value, icb_value, region_value, england_value") == [
        (APRIL["period_end"], 5.0, 4.9, 4.5, 4.8),
        (APRIL["period_end"], 6.0, None, None, None),
        (MAY["period_end"], 5.1, 4.2, None, 4.7),
    ]
    assert beside(edition, "period_end, value", code="QHM") == [(MAY["period_end"], 9.0)]


def test_a_board_has_no_board_beside_it(edition: duckdb.DuckDBPyConnection) -> None:
    """Its own code is in its row: what it would be set against is itself, which is no harm."""
    insert(edition, BOARD | PLACES | {"value": 4.9}, REGION | {"value": 4.5})
    assert beside(edition, "value, icb_value, region_value", code="QKK") == [(4.9, 4.9, 4.5)]


def test_a_measure_of_two_chapters_is_told_once(edition: duckdb.DuckDBPyConnection) -> None:
    for mart in ("looking_after_our_people", "belonging_in_the_nhs"):
        insert(edition, TRUST | PLACES | {"value": 5.0}, REGION | {"value": 4.5}, mart=mart)
    assert beside(edition, "value, region_value") == [(5.0, 4.5)]


@pytest.mark.parametrize(
    ("definition_id", "expected"), [("nss_weighted", None), ("nss_unweighted", 4.5)]
)
def test_weights_of_another_release_are_not_set_beside(
    edition: duckdb.DuckDBPyConnection, definition_id: str, expected: float | None
) -> None:
    by = {"definition_id": definition_id}
    insert(
        edition,
        TRUST | PLACES | by | {"value": 5.0, "published_on": FIRST},
        REGION | by | {"value": 4.5, "published_on": SECOND},
    )
    assert beside(edition, "value, region_value") == [(5.0, expected)]
