"""Nothing hidden in the marts can be worked out from them, whatever is added and subtracted."""

from __future__ import annotations

import duckdb
import pytest

from orchestration.edition.disclosure.solve import determined
from orchestration.home import Home
from tests.disclosure.attack import exactly, with_bounds
from tests.disclosure.figures import WRONG, opened, puzzle

HOMES = ["sample_home", "published_home"]
CHAPTERS = (
    "looking_after_our_people",
    "belonging_in_the_nhs",
    "new_ways_of_working_and_delivering_care",
    "growing_for_the_future",
)


@pytest.fixture(params=HOMES)
def home(request: pytest.FixtureRequest) -> Home:
    found: Home = request.getfixturevalue(request.param)
    return found


def test_nothing_hidden_is_given_away(home: Home) -> None:
    """By sums over organisations, parts, periods and vintages, revised or not."""
    with opened(home) as (connection, hidden):
        assert len(hidden.secrets) > 1000
        found = {hidden.names[one] for one in determined(hidden.equations)}
        assert found & hidden.secrets == set()
        given, names, secrets = puzzle(connection)
        assert {names[one] for one in exactly(given)} & secrets == set()


def test_whatever_hides_figures_says_how_they_are_kept(home: Home) -> None:
    with duckdb.connect(str(home.edition), read_only=True) as edition:
        unlisted = edition.execute(
            """
            select distinct measure_id, definition_id
            from marts.metric_history
            where availability_status like 'suppressed%'
                and (measure_id, definition_id) not in (
                    select (measure_id, definition_id) from reference.disclosure_tables
                )
            """
        ).fetchall()
    assert unlisted == []


@pytest.mark.slow
def test_nothing_hidden_is_given_away_by_what_cannot_be_less_than_nothing(home: Home) -> None:
    with opened(home) as (connection, _):
        given, names, secrets = puzzle(connection)
    assert {names[one] for one in with_bounds(given)} & secrets == set()


def test_the_equations_are_those_of_the_figures(home: Home) -> None:
    """Where everything in them is shown, they hold."""
    with opened(home) as (connection, _):
        connection.execute("update disclosure_cells set is_hidden = false where amount is not null")
        checked, wrong = connection.execute(WRONG).fetchone() or (0, 0)
    assert wrong == 0, checked


def test_no_column_beside_a_hidden_value_gives_it_away(home: Home) -> None:
    """Nor does a later figure carry it as the one before, or a revision as the former one."""
    with duckdb.connect(str(home.edition), read_only=True) as edition:
        for mart in CHAPTERS:
            beside = edition.execute(
                f"""
                select count(*) from marts.{mart}
                where availability_status like 'suppressed%'
                    and coalesce(
                        value, numerator, denominator, base_count, change, peer_rank,
                        year_on_year_change, disparity_ratio, interval_lower
                    ) is not null
                """
            ).fetchone()
            assert beside == (0,), mart
            carried = edition.execute(
                f"""
                select count(*)
                from marts.{mart} as later
                inner join marts.{mart} as hidden
                    on later.measure_id = hidden.measure_id
                        and later.definition_id = hidden.definition_id
                        and later.period_type = hidden.period_type
                        and later.geography_level = hidden.geography_level
                        and later.organisation_code = hidden.organisation_code
                        and later.breakdown_type = hidden.breakdown_type
                        and later.breakdown_value = hidden.breakdown_value
                        and later.period_start = hidden.period_end + 1
                where hidden.availability_status like 'suppressed%'
                    and later.previous_value is not null
                    -- Windows that overlap are compared with the one a quarter before.
                    and later.period_type <> 'rolling_12_months'
                """
            ).fetchone()
            assert carried == (0,), mart


def test_no_map_adds_up_hidden_figures(home: Home) -> None:
    """A figure of several organisations has a value only where each of them shows its own."""
    with duckdb.connect(str(home.edition), read_only=True) as edition:
        edition.execute(
            """
            create temp table hidden as
            select measure_id, definition_id, period_type, period_end, organisation_code,
                breakdown_type, breakdown_value
            from marts.metric_history
            where is_current and availability_status like 'suppressed%'
                and geography_level = 'organisation'
            """
        )
        days = edition.execute(
            "select distinct effective_on from reference.organisation_changes "
            "where effective_on >= date '2018-01-01' order by effective_on desc limit 3"
        ).fetchall()
        for (day,) in days:
            added = edition.execute(
                """
                with parts as (
                    select
                        measure_id, definition_id, period_type, period_end, breakdown_type,
                        breakdown_value,
                        unnest(string_split(reported_codes, ' | ')) as organisation_code
                    from marts.on_map($day)
                    where geography_level = 'organisation' and value is not null
                        and (reported_count > 1 or reported_codes <> organisation_code)
                )

                select count(*)
                from parts
                inner join hidden using (
                    measure_id, definition_id, period_type, period_end, organisation_code,
                    breakdown_type, breakdown_value
                )
                """,
                {"day": day},
            ).fetchone()
            assert added == (0,), day
