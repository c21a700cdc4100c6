"""Intervals of proportions against scipy's, and against what makes an interval one of Wilson's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isclose, sqrt

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest, norm

from tests.rendered_models import build_models
from tests.unit.spc.charting import CELL

COUNTS = st.integers(1, 2_000_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
Bounds = list[tuple[float, float, str]]


@pytest.fixture(scope="module")
def world() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        connection.execute(
            f"create table int_observations_current ({CELL}, value double, numerator double, "
            "denominator double, base_count bigint)"
        )
        connection.execute(
            "create table interval_bases (measure_id varchar, definition_id varchar, "
            "base_kind varchar, geography_level varchar, design_effect double)"
        )
        yield connection


def bounds(
    world: duckdb.DuckDBPyConnection,
    rows: Sequence[tuple[float, float | None, float | None, int | None]],
    *,
    base_kind: str = "counted",
    design_effect: float | None = None,
) -> Bounds:
    """What the model says of (value, numerator, denominator, base_count), in their order."""
    world.execute("delete from interval_bases")
    world.execute(
        "insert into interval_bases values ('share', 'one', $1, null, $2)",
        [base_kind, design_effect],
    )
    world.execute("delete from int_observations_current")
    world.execute(
        """
        insert into int_observations_current
        select
            'share', 'one', 'survey_year', 'all', 'all', 'organisation', unnest($codes),
            date '2020-09-01', date '2020-11-30', unnest($values), unnest($numerators),
            unnest($denominators), unnest($bases)
        """,
        {
            "codes": [f"{i:05}" for i, _ in enumerate(rows)],
            "values": [float(row[0]) for row in rows],
            "numerators": [row[1] for row in rows],
            "denominators": [row[2] for row in rows],
            "bases": [row[3] for row in rows],
        },
    )
    build_models(world, ["int_observations_bounded"])
    return world.execute(
        "select interval_lower, interval_upper, interval_method from int_observations_bounded "
        "order by organisation_code"
    ).fetchall()


@settings(max_examples=60, deadline=None)
@given(st.lists(COUNTS, min_size=1, max_size=20))
def test_counts_have_the_interval_that_scipy_gives_them(
    world: duckdb.DuckDBPyConnection, counts: list[tuple[int, int]]
) -> None:
    said = bounds(world, [(100 * k / n, float(k), float(n), None) for k, n in counts])
    assert len(said) == len(counts)
    for (lower, upper, method), (k, n) in zip(said, counts, strict=True):
        wilson = binomtest(k, n).proportion_ci(confidence_level=0.95, method="wilson")
        assert abs(lower - 100 * wilson.low) <= 1e-9
        assert abs(upper - 100 * wilson.high) <= 1e-9
        assert method == "wilson"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, 9999).map(lambda one: one / 100), st.integers(100, 700_000)),
        min_size=1,
        max_size=20,
    ),
    st.none() | st.floats(1, 6),
)
def test_a_bound_lies_where_the_score_test_just_holds(
    world: duckdb.DuckDBPyConnection, shares: list[tuple[float, int]], effect: float | None
) -> None:
    """By its definition: the value lies 1.96 standard errors of the bound away from it."""
    said = bounds(
        world,
        [(value, None, None, base) for value, base in shares],
        base_kind="weighted_sample",
        design_effect=effect,
    )
    for (lower, upper, method), (value, base) in zip(said, shares, strict=True):
        assert method == ("wilson_base" if effect is None else "wilson_effective_base")
        assert 0 <= lower < value < upper <= 100
        for bound in (lower / 100, upper / 100):
            error = sqrt(bound * (1 - bound) * (effect or 1) / base)
            assert isclose(abs(value / 100 - bound), norm.ppf(0.975) * error, rel_tol=1e-4)


@settings(max_examples=40, deadline=None)
@given(COUNTS, st.floats(1.01, 6))
def test_weighting_widens(
    world: duckdb.DuckDBPyConnection, count: tuple[int, int], effect: float
) -> None:
    """Without a published design effect the interval is at least as wide as it is given."""
    k, n = count
    rows = [(100 * k / n, None, None, n)]
    ((low, high, _),) = bounds(world, rows, base_kind="weighted_sample", design_effect=effect)
    ((lowest, highest, _),) = bounds(world, rows, base_kind="weighted_sample")
    assert high - low > highest - lowest
