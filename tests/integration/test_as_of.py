"""The edition's answer for a day equals, cell by cell, what a build of that day's files gives."""

from __future__ import annotations

from datetime import date

import duckdb
import pytest

from orchestration.home import Home
from tests.known_until import KnownUntil
from tests.published import needs_published_files

# Every kind of release lies before and after; of some bodies that surveys name, no file had said
# by then where they are.
DAY = date(2022, 7, 28)
# Workbooks, networks, nationality and the survey had come, of the monthly files none.
PUBLISHED_DAY = date(2022, 10, 27)
# Of the days of publication; each part is one test, so that workers share them.
PARTS = 8


CELL = """
    measure_id, definition_id, period_type, period_start, period_end, geography_level,
    organisation_code, breakdown_type, breakdown_value
"""
HIDDEN = f"""
create temp table hidden as
select {CELL} from as_of
where availability_status = 'suppressed_project'
union
select {CELL} from built_then
where availability_status = 'suppressed_project'
"""
SHOWN = f"(from {{}} anti join hidden using ({CELL}))"


def compared(home: Home, day: date) -> tuple[int, list[tuple[str, int, int]]]:
    """Cells known that day; and of each metric, cells that only the edition or the build has.

    What must stay hidden depends on all that is known now: a cell that either hides for it is left
    out of both.
    """
    with KnownUntil(home, day) as connection:
        connection.execute("use edition")
        connection.execute("create temp table as_of as from marts.as_of($day)", {"day": day})
        connection.execute(
            "create temp table built_then as from warehouse.marts.metric_history where is_current"
        )
        connection.execute(HIDDEN)
        counted = connection.execute("select count(*) from built_then").fetchone()
        assert counted is not None
        different = connection.execute(
            f"""
            select
                metric_id,
                count(*) filter (side = 'edition') as in_edition,
                count(*) filter (side = 'build') as in_build
            from (
                select 'edition' as side, metric_id
                from ({SHOWN.format("as_of")} except all {SHOWN.format("built_then")})
                union all
                select 'build' as side, metric_id
                from ({SHOWN.format("built_then")} except all {SHOWN.format("as_of")})
            )
            group by metric_id
            order by metric_id
            """
        ).fetchall()
    return counted[0], different


def test_a_day_is_what_a_build_of_that_day_gives(sample_home: Home) -> None:
    cells, different = compared(sample_home, DAY)
    assert cells > 100_000
    assert different == []


def test_a_day_before_all_publications_knows_nothing(sample_home: Home) -> None:
    assert compared(sample_home, date(2000, 1, 1)) == (0, [])


@needs_published_files
@pytest.mark.published
def test_a_day_of_the_published_files_is(published_home: Home) -> None:
    cells, different = compared(published_home, PUBLISHED_DAY)
    assert cells > 100_000
    assert different == []


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_every_day_of_publication_is(sample_home: Home, part: int) -> None:
    compare_all(sample_home, part)


@needs_published_files
@pytest.mark.slow
@pytest.mark.published
@pytest.mark.parametrize("part", range(PARTS))
def test_every_day_of_the_published_files_is(published_home: Home, part: int) -> None:
    compare_all(published_home, part)


def compare_all(home: Home, part: int) -> None:
    """Compares each of the part's days on which something was published."""
    with duckdb.connect(str(home.edition), read_only=True) as connection:
        days = [
            day
            for (day,) in connection.execute(
                "select distinct published_on from marts.metric_history order by published_on"
            ).fetchall()
        ]
    assert len(days) > PARTS
    found = {day: compared(home, day)[1] for day in days[part::PARTS]}
    assert {day: different for day, different in found.items() if different} == {}
