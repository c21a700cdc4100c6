"""`marts.explain` of one figure: in two releases, by two definitions, in two periods."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest

from tests.small_build import empty_edition


@pytest.fixture
def edition() -> Iterator[duckdb.DuckDBPyConnection]:
    with empty_edition() as connection:
        connection.execute(
            """
            insert into reference.metrics by name
            select 'sickness' as metric_id, '3' as annex_label,
                'Sickness' as metric_name, 'ESR' as source_as_printed,
                'sickness_absence' as operational_publication_id;
            insert into reference.measures by name
            select 'sickness' as metric_id, 'rate' as measure_id,
                'Rate' as measure_name, 'days lost' as numerator_definition,
                'days there' as denominator_definition;
            insert into reference.definitions by name
            select 'rate' as measure_id, * from (
                values ('trusts', 'Trusts', 'those', 1), ('all', 'All', 'others', 2)
            ) as given (definition_id, definition_name, description, scorecard_rank);
            insert into reference.availability_statuses by name
            select 'observed' as availability_status, 'There is a value' as meaning;
            insert into reference.files by name
            select 'f2' as file_id, 'ff22' as sha256, 'a/b.csv' as landed_as,
                'sickness_absence' as publication_id, date '2024-09-01' as published_on,
                7 as row_count, 'monthly' as layout_id, false as is_published_on_assumed;
            insert into reference.lineage by name
            select 'sickness' as metric_id, 2 as layer_number, 'raw' as layer,
                'raw.rates' as relation;
            insert into reference.measure_breaks by name
            select 'rate' as measure_id, body as organisation_code, body as discontinuity_id,
                date '2020-03-01' as breaks_from, 'covid' as kind, 'told' as description,
                'seed' as confidence
            from (values ('R2'), (null)) as bodies (body);
            insert into marts.metric_history by name
            select 'sickness' as metric_id, 'rate' as measure_id,
                'organisation' as geography_level, 'R1' as organisation_code,
                'all' as breakdown_type, 'all' as breakdown_value,
                'observed' as availability_status,
                'percent' as unit, false as is_provisional, true as is_synthetic,
                date '2024-06-30' as period_end, *
            from (
                values
                ('trusts', 'month', date '2024-06-01', 5.0,
                        5.0, 100.0, date '2024-08-01', 'f1', 1),
                ('trusts', 'month', date '2024-06-01', 4.0,
                        4.0, 100.0, date '2024-09-01', 'f2', 2),
                ('trusts', 'quarter', date '2024-04-01', 6.0,
                        null, null, date '2024-09-01', 'f2', 1),
                ('all', 'month', date '2024-06-01', 7.0,
                        null, null, date '2024-09-01', 'f2', 1)
            ) as given (
                definition_id, period_type, period_start, value, numerator, denominator,
                published_on, file_id, vintage_number
            )
            """
        )
        yield connection


def told(
    edition: duckdb.DuckDBPyConnection, options: str = ""
) -> dict[tuple[str, str], tuple[float | None, str | None]]:
    rows = edition.execute(
        f"from marts.explain('rate', date '2024-06-30', organisation := 'R1'{options})"
    ).fetchall()
    return {(section, item): (amount, detail) for section, item, amount, detail in rows}


def test_the_first_definition_of_the_shortest_period_in_its_newest_vintage(
    edition: duckdb.DuckDBPyConnection,
) -> None:
    found = told(edition)
    assert found["cell", "value"] == (4.0, "percent")
    assert found["cell", "numerator"] == (4.0, "days lost")
    assert found["cell", "denominator"] == (100.0, "days there")
    assert found["cell", "arithmetic"] == (None, "100 x numerator / denominator")
    assert found["definition", "trusts"] == (None, "Trusts: those")
    assert found["source", "sha256"] == (None, "ff22")
    assert found["source", "file"] == (None, "a/b.csv")
    assert found["models", "raw"] == (None, "raw.rates")
    assert found["marks", "synthetic"][1]


def test_breaks_of_other_bodies_do_not_bear_on_it(edition: duckdb.DuckDBPyConnection) -> None:
    assert [item for section, item in told(edition) if section == "breaks"] == [None]


def test_a_break_of_a_body_is_not_that_of_a_board_with_its_code(
    edition: duckdb.DuckDBPyConnection,
) -> None:
    edition.execute(
        """
        update reference.measure_breaks set organisation_code = 'R1', discontinuity_id = 'merger'
        where organisation_code = 'R2'
        """
    )
    assert ("breaks", "merger") in told(edition)
    edition.execute("update marts.metric_history set geography_level = 'icb'")
    assert ("breaks", "merger") not in told(edition)


def test_every_vintage_is_named_and_the_one_explained_marked(
    edition: duckdb.DuckDBPyConnection,
) -> None:
    found = told(edition)
    assert found["vintages", "2024-08-01"][0] == 5.0
    assert found["vintages", "2024-09-01"][0] == 4.0
    marked = [item for (_, item), (_, text) in found.items() if "the one explained" in str(text)]
    assert marked == ["2024-09-01"]


@pytest.mark.parametrize(
    ("options", "value"),
    [
        (", known_on := date '2024-08-15'", 5.0),
        (", definition := 'all'", 7.0),
        (", cadence := 'quarter'", 6.0),
    ],
)
def test_another_vintage_definition_or_period_is_asked_for(
    edition: duckdb.DuckDBPyConnection, options: str, value: float
) -> None:
    assert told(edition, options)["cell", "value"][0] == value


def test_what_is_not_there_has_no_explanation(edition: duckdb.DuckDBPyConnection) -> None:
    assert told(edition, ", known_on := date '2001-01-01'") == {}
