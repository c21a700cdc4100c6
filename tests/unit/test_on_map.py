"""`marts.on_map(day)`: figures on the organisations of a day, and why some are not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import duckdb
import pytest

from tests.rendered_models import build_models
from tests.small_build import empty_edition

APRIL, JUNE = date(2024, 4, 30), date(2024, 6, 30)
OLD_MAP, NEW_MAP = date(2024, 9, 30), date(2024, 10, 1)
PUBLISHED = date(2024, 8, 29)
MERGED, PART = date(2024, 10, 1), date(2024, 5, 1)
DEFINITIONS = {
    "days_lost": ("sum", "FTE days add up"),
    "rate": ("ratio_of_sums", "days add up"),
    "headcount": ("no", "who works for two counts twice"),
}

Row = dict[str, Any]


@pytest.fixture
def edition() -> Iterator[duckdb.DuckDBPyConnection]:
    """Three definitions, and bodies that the tests lay on a map."""
    with empty_edition() as connection:
        for measure, (adds, reason) in DEFINITIONS.items():
            insert(
                connection,
                "reference.definitions",
                measure_id=measure,
                definition_id="all",
                adds_over_organisations=adds,
                adds_reason=reason,
            )
        yield connection


def insert(connection: duckdb.DuckDBPyConnection, table: str, **row: Any) -> None:
    values = ", ".join(f"${name} as {name}" for name in row)
    connection.execute(f"insert into {table} by name select {values}", row)


def change(
    connection: duckdb.DuckDBPyConnection, old: str, new: str, on: date, **more: Any
) -> None:
    """A change as the seed of overrides or the published list has it."""
    insert(
        connection,
        "int_organisation_changes_listed",
        **{
            "old_code": old,
            "new_code": new,
            "effective_on": on,
            "operational_on": on,
            "change_kind": "merger",
            **more,
        },
    )


def map_of(edition: duckdb.DuckDBPyConnection, *changes: tuple[Any, ...]) -> None:
    """Lays changes (old, new, day, kind, share) on the map, by the models of the warehouse."""
    edition.execute(
        """
        create or replace table int_organisation_changes_listed (
            old_code varchar, new_code varchar, effective_on date, operational_on date,
            change_kind varchar, stated_share double, is_override boolean,
            succession_reason varchar, share_basis varchar, confidence varchar, note varchar
        );
        create or replace table stg_ods__successions (
            old_code varchar, new_code varchar, effective_on date
        );
        create or replace table int_organisations_described (organisation_code varchar);
        """
    )
    for old, new, on, *more in changes:
        named = dict(zip(("change_kind", "stated_share"), more, strict=False))
        change(edition, old, new, on, **named)
    build_models(
        edition, ["int_organisation_changes", "int_organisation_parts", "int_organisation_map"]
    )
    tables = ["organisation_changes", "organisation_map"]
    build_models(edition, tables)
    for table in tables:
        edition.execute(
            f"delete from reference.{table}; insert into reference.{table} by name from {table}"
        )


def figure(edition: duckdb.DuckDBPyConnection, code: str, value: float | None, **more: Any) -> None:
    """A figure of an organisation, days lost in June unless told otherwise."""
    insert(
        edition,
        "marts.metric_history",
        **{
            "metric_id": "sickness",
            "measure_id": "days_lost",
            "definition_id": "all",
            "period_type": "calendar_month",
            "period_start": date(2024, 6, 1),
            "period_end": JUNE,
            "geography_level": "organisation",
            "organisation_code": code,
            "icb_code": "QRL",
            "region_code": "Y59",
            "breakdown_type": "all",
            "breakdown_value": "all",
            "value": value,
            "unit": "fte_days",
            "availability_status": "suppressed_source" if value is None else "observed",
            "is_provisional": False,
            "is_derived": False,
            "is_synthetic": False,
            "vintage_number": 1,
            "published_on": PUBLISHED,
            "is_current": True,
            "file_id": "aa",
            **more,
        },
    )


def on_map(edition: duckdb.DuckDBPyConnection, day: date, columns: str) -> list[tuple[Any, ...]]:
    return edition.execute(
        f"select {columns} from marts.on_map($day) order by all", {"day": day}
    ).fetchall()


SHORT = "organisation_code, value, reported_codes, map_status"


def test_a_merger_is_added_up_from_its_day_on(edition: duckdb.DuckDBPyConnection) -> None:
    map_of(edition, ("R1C", "RW1", MERGED))
    figure(edition, "R1C", 50.5)
    figure(edition, "RW1", 100.0)
    figure(edition, "RHU", 7.0)
    assert on_map(edition, OLD_MAP, SHORT) == [
        ("R1C", 50.5, "R1C", "as_reported"),
        ("RHU", 7.0, "RHU", "as_reported"),
        ("RW1", 100.0, "RW1", "as_reported"),
    ]
    assert on_map(edition, NEW_MAP, SHORT + ", map_note, is_derived, reported_count") == [
        ("RHU", 7.0, "RHU", "as_reported", None, False, 1),
        ("RW1", 150.5, "R1C | RW1", "restated", "sum of R1C | RW1", True, 2),
    ]


def test_a_rate_is_sums_over_sums(edition: duckdb.DuckDBPyConnection) -> None:
    map_of(edition, ("R1C", "RW1", MERGED))
    rate = {"measure_id": "rate", "unit": "percent"}
    figure(edition, "R1C", 10.0, numerator=10.0, denominator=100.0, **rate)
    figure(edition, "RW1", 5.0, numerator=45.0, denominator=900.0, **rate)
    # No mean of rates, which would be 7.5.
    assert on_map(edition, NEW_MAP, "value, numerator, denominator, map_status") == [
        (5.5, 55.0, 1000.0, "restated")
    ]
    edition.execute(
        "update marts.metric_history set numerator = null where organisation_code = 'R1C'"
    )
    assert on_map(edition, NEW_MAP, "value, numerator, availability_status, map_status") == [
        (None, None, "not_published", "terms_missing")
    ]


def test_what_does_not_add_stays_and_says_why(edition: duckdb.DuckDBPyConnection) -> None:
    map_of(edition, ("R1C", "RW1", MERGED))
    for code, value in (("R1C", 5.0), ("RW1", 9.0), ("RHU", 3.0)):
        figure(edition, code, value, measure_id="headcount")
    assert on_map(edition, NEW_MAP, SHORT + ", map_note") == [
        ("R1C", 5.0, "R1C", "does_not_add", DEFINITIONS["headcount"][1]),
        ("RHU", 3.0, "RHU", "as_reported", None),
        ("RW1", 9.0, "RW1", "does_not_add", DEFINITIONS["headcount"][1]),
    ]


@pytest.mark.parametrize("status", ["suppressed_source", "withdrawn", "not_collected"])
def test_a_hidden_part_hides_the_sum(edition: duckdb.DuckDBPyConnection, status: str) -> None:
    map_of(edition, ("R1C", "RW1", MERGED))
    figure(edition, "R1C", None, availability_status=status)
    figure(edition, "RW1", 100.0, numerator=3.0, base_count=4)
    assert on_map(
        edition, NEW_MAP, "value, numerator, base_count, availability_status, map_status, map_note"
    ) == [
        (None, None, None, status, "part_without_value", "1 of 2 parts (R1C | RW1) have no value")
    ]


def test_a_hidden_figure_that_moves_alone_is_hidden_still(
    edition: duckdb.DuckDBPyConnection,
) -> None:
    map_of(edition, ("R1C", "RW1", MERGED))
    figure(edition, "R1C", None)
    assert on_map(edition, NEW_MAP, SHORT + ", availability_status, map_note") == [
        ("RW1", None, "R1C", "restated", "suppressed_source", "reported as R1C")
    ]


def test_a_split_shares_out_and_conserves(edition: duckdb.DuckDBPyConnection) -> None:
    map_of(
        edition, ("RE1", "RE2", MERGED, "division", 0.25), ("RE1", "RE3", MERGED, "division", 0.75)
    )
    figure(edition, "RE1", 80.0)
    figure(edition, "RE3", 1.0)
    assert on_map(edition, NEW_MAP, SHORT + ", map_note") == [
        ("RE2", 20.0, "RE1", "restated", "share of RE1"),
        ("RE3", 61.0, "RE1 | RE3", "restated", "sum of RE1 | RE3"),
    ]
    # A mutation of a share does not conserve.
    edition.execute(
        "update reference.organisation_map set share = 0.3 where mapped_code = 'RE2' and share < 1"
    )
    assert sum(value for _, value, *_ in on_map(edition, NEW_MAP, SHORT)) != 81


def test_a_part_moves_only_periods_before_feeds_showed_it(
    edition: duckdb.DuckDBPyConnection,
) -> None:
    map_of(edition, ("R1F", "RW1", PART, "partial_transfer", 0.25))
    for code, value in (("R1F", 40.0), ("RW1", 100.0)):
        figure(edition, code, value, period_end=APRIL)
        figure(edition, code, value)
    assert on_map(edition, NEW_MAP, "period_end, " + SHORT) == [
        (APRIL, "R1F", 30.0, "R1F", "restated"),
        (APRIL, "RW1", 110.0, "R1F | RW1", "restated"),
        (JUNE, "R1F", 40.0, "R1F", "as_reported"),
        (JUNE, "RW1", 100.0, "RW1", "as_reported"),
    ]
    # On an older map nothing is given back: figures that hold the part say so.
    assert on_map(edition, APRIL, "period_end, " + SHORT) == [
        (APRIL, "R1F", 40.0, "R1F", "as_reported"),
        (APRIL, "RW1", 100.0, "RW1", "as_reported"),
        (JUNE, "R1F", 40.0, "R1F", "changed_later"),
        (JUNE, "RW1", 100.0, "RW1", "changed_later"),
    ]


def test_hampshire_by_hand(edition: duckdb.DuckDBPyConnection) -> None:
    map_of(
        edition,
        ("R1C", "RW1", MERGED),
        ("R1F", "RW1", PART, "partial_transfer"),
        ("R1F", "RHU", None, "group"),
        ("R1F1", "R1F", None, "reporting_unit"),
    )
    for code, value in (("R1C", 50.0), ("RW1", 100.0), ("R1F", 20.0), ("RHU", 7.0), ("R1F1", 3.0)):
        figure(edition, code, value, period_end=APRIL)
        figure(edition, code, value)
    unknown = "part of R1F went to RW1 on 2024-05-01 and nobody knows how much"
    assert on_map(edition, NEW_MAP, "period_end, " + SHORT + ", map_note") == [
        (APRIL, "R1F", 20.0, "R1F", "share_unknown", unknown),
        (APRIL, "R1F1", 3.0, "R1F1", "as_reported", None),
        (APRIL, "RHU", 7.0, "RHU", "as_reported", None),
        (APRIL, "RW1", 150.0, "R1C | RW1", "share_unknown", f"{unknown}; sum of R1C | RW1"),
        (JUNE, "R1F", 20.0, "R1F", "as_reported", None),
        (JUNE, "R1F1", 3.0, "R1F1", "as_reported", None),
        (JUNE, "RHU", 7.0, "RHU", "as_reported", None),
        (JUNE, "RW1", 150.0, "R1C | RW1", "restated", "sum of R1C | RW1"),
    ]


def test_a_division_of_unknown_shares_stays_together(edition: duckdb.DuckDBPyConnection) -> None:
    map_of(edition, ("RW6", "RM3", MERGED, "succession"), ("RW6", "R0A", MERGED, "succession"))
    for code in ("RW6", "RM3", "R0A", "RHU"):
        figure(edition, code, 1.0)
    assert on_map(edition, NEW_MAP, SHORT) == [
        ("R0A", 1.0, "R0A", "division_unknown"),
        ("RHU", 1.0, "RHU", "as_reported"),
        ("RM3", 1.0, "RM3", "division_unknown"),
        ("RW6", 1.0, "RW6", "division_unknown"),
    ]
    # What all have become one body holds the division within itself.
    map_of(
        edition,
        ("RA1", "RA2", PART, "partial_transfer"),
        ("RA1", "RA3", MERGED),
        ("RA2", "RA3", MERGED),
    )
    edition.execute("delete from marts.metric_history")
    figure(edition, "RA1", 1.0, period_end=APRIL)
    figure(edition, "RA2", 2.0, period_end=APRIL)
    assert [row[3] for row in on_map(edition, OLD_MAP, SHORT)] == ["share_unknown"] * 2
    assert on_map(edition, NEW_MAP, SHORT) == [("RA3", 3.0, "RA1 | RA2", "restated")]


def test_a_body_that_did_not_exist_keeps_its_figures(edition: duckdb.DuckDBPyConnection) -> None:
    map_of(edition, ("RRP", "G6V2S", PART))
    insert(
        edition,
        "reference.organisations",
        organisation_code="G6V2S",
        organisation_kind="nhs_trust",
        opened_on=PART,
    )
    figure(edition, "G6V2S", 4.0)
    assert on_map(edition, APRIL, "organisation_code, value, map_status") == [
        ("G6V2S", 4.0, "opened_later")
    ]
    assert on_map(edition, PART, "organisation_code, value, map_status") == [
        ("G6V2S", 4.0, "as_reported")
    ]


def test_a_locality_does_not_become_the_board(edition: duckdb.DuckDBPyConnection) -> None:
    map_of(edition, ("00L", "QHM", PART), ("03A", "X2C4Y", PART))
    insert(
        edition,
        "reference.organisations",
        organisation_code="QHM",
        organisation_kind="icb",
    )
    for level, code in (
        ("organisation", "00L"),
        ("sub_icb", "00L"),
        ("sub_icb", "03A"),
        ("england", "E92000001"),
        ("region", "Y63"),
    ):
        figure(edition, code, 1.0, geography_level=level)
    assert on_map(edition, NEW_MAP, "geography_level, " + SHORT) == [
        ("england", "E92000001", 1.0, "E92000001", "as_reported"),
        ("organisation", "QHM", 1.0, "00L", "restated"),
        ("region", "Y63", 1.0, "Y63", "as_reported"),
        ("sub_icb", "00L", 1.0, "00L", "as_reported"),
        ("sub_icb", "X2C4Y", 1.0, "03A", "restated"),
    ]


def test_cells_stay_apart_and_places_are_those_of_the_body(
    edition: duckdb.DuckDBPyConnection,
) -> None:
    map_of(edition, ("R1C", "RW1", MERGED))
    figure(edition, "R1C", 1.0, icb_code="QNX")
    figure(edition, "RW1", 2.0)
    figure(
        edition, "R1C", 4.0, breakdown_type="staff_group", breakdown_value="Nurses", file_id="bb"
    )
    figure(edition, "RW1", 8.0, breakdown_type="staff_group", breakdown_value="Nurses")
    figure(edition, "RW1", 16.0, period_type="quarter")
    figure(edition, "R1C", 32.0, definition_id="trusts")
    assert on_map(
        edition, NEW_MAP, "value, icb_code, region_code, file_id, breakdown_value, definition_id"
    ) == [
        (3.0, "QRL", "Y59", "aa", "all", "all"),
        (12.0, "QRL", "Y59", None, "Nurses", "all"),
        (16.0, "QRL", "Y59", "aa", "all", "all"),
        # A definition that nobody described is left as it is.
        (32.0, "QRL", "Y59", "aa", "all", "trusts"),
    ]


def test_a_day_of_knowledge_takes_the_figures_known_then(
    edition: duckdb.DuckDBPyConnection,
) -> None:
    map_of(edition, ("R1C", "RW1", MERGED))
    revised = date(2024, 11, 28)
    figure(edition, "R1C", 1.0, superseded_on=revised, is_current=False)
    figure(edition, "R1C", 2.0, published_on=revised, vintage_number=2)
    figure(edition, "RW1", 10.0)
    for known_on, expected in (
        (None, [(12.0, revised)]),
        (PUBLISHED, [(11.0, PUBLISHED)]),
        (revised, [(12.0, revised)]),
        (date(2024, 1, 1), []),
    ):
        found = edition.execute(
            "select value, published_on from marts.on_map($day, known_on := $known_on)",
            {"day": NEW_MAP, "known_on": known_on},
        ).fetchall()
        assert found == expected


def test_regions_are_laid_on_those_that_followed_them(edition: duckdb.DuckDBPyConnection) -> None:
    wessex, london = "Health Education Wessex", "Health Education South London"
    map_of(
        edition,
        (wessex, "Y58", MERGED, "division"),
        (wessex, "Y59", MERGED, "division"),
        (london, "Y56", MERGED),
    )
    for code in (wessex, london, "Y58"):
        figure(edition, code, 1.0, geography_level="region")
    # Publishers give their new regions for old years too: of these nothing is missing.
    assert on_map(edition, NEW_MAP, SHORT) == [
        (wessex, 1.0, wessex, "division_unknown"),
        ("Y56", 1.0, london, "restated"),
        ("Y58", 1.0, "Y58", "as_reported"),
    ]
