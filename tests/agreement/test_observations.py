"""What the seeds say can be observed, and what the models observe in the sample, are the same."""

from __future__ import annotations

from typing import Any

import duckdb
import pytest

from orchestration.home import Home

# A measure may have no observation where the seed says that nobody publishes it by itself.
MAY_BE_UNOBSERVED = ["not_published", "not_separately_published", "on_request"]


@pytest.fixture
def edition(sample_home: Home) -> Any:
    with duckdb.connect(str(sample_home.edition), read_only=True) as connection:
        yield connection


def rows(edition: Any, sql: str, *parameters: object) -> list[Any]:
    found: list[Any] = edition.execute(sql, list(parameters)).fetchall()
    return found


def test_no_observation_has_a_definition_that_nobody_declared(edition: Any) -> None:
    assert (
        rows(
            edition,
            """
            select distinct measure_id, definition_id from marts.metric_history
            except
            select measure_id, definition_id from reference.definitions
            """,
        )
        == []
    )


def test_every_metric_emits_a_definition_of_its_own(edition: Any) -> None:
    assert (
        rows(
            edition,
            """
            select metric_id from reference.metrics
            except
            select measures.metric_id
            from marts.metric_history as history
            inner join reference.definitions as definitions using (measure_id, definition_id)
            inner join reference.measures as measures using (measure_id)
            """,
        )
        == []
    )


def test_every_measure_is_observed_or_the_seed_says_why_not(edition: Any) -> None:
    assert (
        rows(
            edition,
            """
            select measure_id, series_availability from reference.measures
            where measure_id not in (select measure_id from marts.metric_history)
                and not list_contains(?, series_availability)
            """,
            MAY_BE_UNOBSERVED,
        )
        == []
    )


def test_every_measure_is_on_the_scorecard_with_a_status(edition: Any) -> None:
    assert (
        rows(
            edition,
            """
            select measure_id from reference.measures
            where measure_id not in (
                select measure_id from marts.scorecard where availability_status is not null
            )
            """,
        )
        == []
    )
