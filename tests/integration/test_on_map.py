"""Every figure of an edition on the organisations of several days: totals stay, nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import duckdb
import pytest

from orchestration.home import Home

# Before all mergers of the figures, between them, and after all.
DAYS = [date(2009, 1, 1), date(2022, 7, 1), date(2026, 1, 1)]
CELL = (
    "measure_id, definition_id, period_type, period_start, period_end, "
    "breakdown_type, breakdown_value"
)
# In the order in which an engine happens to add them, sums differ in their last digits.
TOLERANCE = 1e-9


@pytest.fixture(scope="module", params=["sample_home", "published_home"])
def edition(request: pytest.FixtureRequest) -> Iterator[duckdb.DuckDBPyConnection]:
    """An edition whose figures of each of the days lie in `laid`."""
    home: Home = request.getfixturevalue(request.param)
    with duckdb.connect() as connection:
        connection.execute(f"attach '{home.edition}' as edition (read_only); use edition")
        for number, day in enumerate(DAYS):
            connection.execute(
                ("create temp table laid as " if number == 0 else "insert into laid ")
                + "select cast($day as date) as day, * from marts.on_map($day)",
                {"day": day},
            )
        yield connection


def rows(edition: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[object, ...]]:
    return edition.execute(sql).fetchall()


def test_every_cell_is_there_once(edition: duckdb.DuckDBPyConnection) -> None:
    assert (
        rows(
            edition,
            f"select {CELL} from laid "
            f"group by day, geography_level, organisation_code, {CELL} having count(*) > 1",
        )
        == []
    )


def test_no_figure_is_lost(edition: duckdb.DuckDBPyConnection) -> None:
    """Each figure is in exactly the cells that its code has become, and no cell has others."""
    lost = rows(
        edition,
        f"""
        with told as (
            select
                day, geography_level, unnest(string_split(reported_codes, ' | ')) as code, {CELL}
            from laid
        ),
        known as (
            select days.day, geography_level, organisation_code as code, {CELL}
            from marts.metric_history cross join (select distinct day from laid) as days
            where is_current
        )
        (from known except from told) union all (from told except from known)
        """,
    )
    assert lost == []


@pytest.mark.parametrize(
    ("column", "adds"),
    [("value", "sum"), ("numerator", "ratio_of_sums"), ("denominator", "ratio_of_sums")],
)
def test_totals_are_the_same_on_every_day(
    edition: duckdb.DuckDBPyConnection, column: str, adds: str
) -> None:
    """Of what adds, wherever no part is without a value: of rates, their terms."""
    edition.execute(
        f"""
        create or replace temp table totals as
        with adding as (
            select measure_id, definition_id from reference.definitions
            where adds_over_organisations = '{adds}'
        ),
        spoilt as (
            select distinct {CELL} from laid
            where map_status in ('part_without_value', 'terms_missing')
        ),
        of_days as (
            select {CELL}, day, sum({column} order by organisation_code) as total
            from laid semi join adding using (measure_id, definition_id)
            where geography_level = 'organisation'
            group by {CELL}, day
        )
        select {CELL}, max(total) as most, min(total) as least, count(total) as day_count
        from of_days anti join spoilt using ({CELL})
        group by {CELL}
        """
    )
    assert (
        rows(
            edition,
            f"from totals where day_count not in (0, {len(DAYS)}) "
            f"or abs(most - least) > {TOLERANCE} * greatest(1, abs(most))",
        )
        == []
    )
    assert rows(edition, "select count(*) > 300 from totals where most > 0") == [(True,)]


def test_a_later_map_restates(edition: duckdb.DuckDBPyConnection) -> None:
    """The conservation above is no conservation of what never moves."""
    counted = dict(
        edition.execute(
            "select day, count(*) filter (reported_count > 1) from laid group by day"
        ).fetchall()
    )
    assert counted[DAYS[-1]] > 1000
    assert counted[DAYS[0]] < counted[DAYS[-1]]


def test_a_hidden_part_hides_its_sum(edition: duckdb.DuckDBPyConnection) -> None:
    hidden = "map_status = 'part_without_value'"
    assert rows(edition, f"select count(*) > 100 from laid where {hidden}") == [(True,)]
    shown = "coalesce(value, numerator, denominator, base_count) is not null"
    assert (
        rows(edition, f"from laid where {hidden} and ({shown} or availability_status = 'observed')")
        == []
    )
    assert (
        rows(edition, "from laid where (value is null) = (availability_status = 'observed')") == []
    )


def test_a_rate_of_an_organisation_is_its_terms(edition: duckdb.DuckDBPyConnection) -> None:
    """What `ratio_of_sums` says of a definition holds for every figure published with its terms."""
    off = rows(
        edition,
        """
        select distinct measure_id, definition_id
        from marts.metric_history
        semi join (
            from reference.definitions where adds_over_organisations = 'ratio_of_sums'
        ) as adding using (measure_id, definition_id)
        where value is not null and numerator is not null
            and not coalesce(abs(value - 100 * numerator / denominator) < 1e-9, false)
        """,
    )
    assert off == []


def test_what_is_not_as_reported_says_why(edition: duckdb.DuckDBPyConnection) -> None:
    assert rows(edition, "from laid where (map_note is null) <> (map_status = 'as_reported')") == []
    # England moves never; of regions only those of Health Education England have come to others.
    assert (
        rows(
            edition,
            """
        select distinct reported_codes from laid
        where geography_level in ('england', 'region') and map_status <> 'as_reported'
            and not starts_with(reported_codes, 'Health Education ')
        """,
        )
        == []
    )


def test_what_does_not_add_is_as_reported(edition: duckdb.DuckDBPyConnection) -> None:
    changed = rows(
        edition,
        f"""
        select geography_level, organisation_code, {CELL}, value, numerator, denominator
        from laid
        semi join (from reference.definitions where adds_over_organisations = 'no') as others
            using (measure_id, definition_id)
        except
        select geography_level, organisation_code, {CELL}, value, numerator, denominator
        from marts.metric_history where is_current
        """,
    )
    assert changed == []
