"""The map of organisations conserves totals on every day, whatever bodies do to each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.published import PUBLISHED, needs_published_files
from tests.rendered_models import build_models, failures_of

MODELS = ("int_organisation_changes", "int_organisation_parts", "int_organisation_map")
LISTED = """
    create or replace table int_organisation_changes_listed (
        old_code varchar, new_code varchar, effective_on date, operational_on date,
        change_kind varchar, stated_share double, is_override boolean, succession_reason varchar,
        share_basis varchar, confidence varchar, note varchar
    );
    create or replace table stg_ods__successions (
        old_code varchar, new_code varchar, effective_on date, succession_reason varchar
    );
    create or replace table organisation_succession_overrides (
        old_code varchar, new_code varchar, effective_on date, operational_on date,
        change_kind varchar, share double, share_basis varchar, action varchar,
        confidence varchar, note varchar
    );
    create or replace table int_organisations_described (organisation_code varchar)
"""
FIRST, LAST = date(1900, 1, 1), date(9999, 12, 31)
DAY_ONE = date(2010, 1, 1)
CODES = ["RA1", "RA2", "RA3", "RA4", "RA5"]

Change = Mapping[str, Any]
Shares = Mapping[str, float]


@pytest.fixture(scope="module")
def world() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        connection.execute(LISTED)
        yield connection


def lay(world: duckdb.DuckDBPyConnection, changes: list[Change]) -> None:
    """Makes the map of these changes."""
    world.execute("delete from int_organisation_changes_listed")
    for change in changes:
        values = ", ".join(f"${name} as {name}" for name in change)
        world.execute(
            f"insert into int_organisation_changes_listed by name select {values}", change
        )
    build_models(world, MODELS)


def broken(world: duckdb.DuckDBPyConnection) -> list[tuple[Any, ...]]:
    """Codes, days and periods whose shares make no whole, by the test that every build runs."""
    return failures_of(
        world,
        "shares_make_a_whole",
        model="int_organisation_map",
        whole=["organisation_code"],
        within=["map_from", "period_end_from"],
    )


def unfollowed(world: duckdb.DuckDBPyConnection) -> list[tuple[Any, ...]]:
    return failures_of(
        world,
        "changes_are_followed_to_the_end",
        model="int_organisation_map",
        parts="int_organisation_parts",
    )


def mapped(rows: list[tuple[Any, ...]], code: str, day: date, period_end: date) -> Shares:
    """What a code is on the map of a day, for figures of a period."""
    shares: dict[str, float] = defaultdict(float)
    for one, became, map_from, map_until, end_from, end_until, share in rows:
        if one == code and map_from <= day < map_until and end_from <= period_end < end_until:
            shares[became] += share
    return shares


def rows_of(world: duckdb.DuckDBPyConnection) -> list[tuple[Any, ...]]:
    return world.execute(
        "select organisation_code, mapped_code, map_from, map_until, period_end_from, "
        "period_end_until, share from int_organisation_map"
    ).fetchall()


def change(old: str, new: str, on: date, kind: str = "succession", **more: Any) -> Change:
    return {
        "old_code": old,
        "new_code": new,
        "effective_on": on,
        "operational_on": on,
        "change_kind": kind,
        **more,
    }


@st.composite
def events(draw: st.DrawFn) -> list[Change]:
    """On each of a few days some bodies end, are divided or give a part away; days repeat."""
    made: dict[tuple[str, date], list[Change]] = {}
    for _ in range(draw(st.integers(1, 7))):
        old = draw(st.sampled_from(CODES))
        on = DAY_ONE + timedelta(days=draw(st.integers(0, 4)))
        others = [code for code in CODES if code != old]
        new = draw(st.lists(st.sampled_from(others), min_size=1, max_size=3, unique=True))
        kind = draw(st.sampled_from(["merger", "division", "partial_transfer"]))
        if kind == "merger":
            made[old, on] = [change(old, new[0], on, "merger")]
            continue
        weights = [draw(st.integers(1, 9)) for _ in new]
        rest = draw(st.integers(1, 9)) if kind == "partial_transfer" else 0
        late = timedelta(days=draw(st.integers(0, 2)))
        is_told = draw(st.integers(0, 3)) > 0
        made[old, on] = [
            change(
                old,
                code,
                on,
                kind,
                operational_on=on + late,
                stated_share=weight / (sum(weights) + rest) if is_told else None,
            )
            for code, weight in zip(new, weights, strict=True)
        ]
    return [one for several in made.values() for one in several]


class Oracle:
    """What became of a code, told by walking from day to day, change by change."""

    def __init__(self, world: duckdb.DuckDBPyConnection) -> None:
        self.applied: dict[date, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        for old, *move in world.execute(
            "select old_code, effective_on, new_code, operational_on, share, ends_old_code "
            "from int_organisation_changes where is_applied"
        ).fetchall():
            self.applied[move[0]][old].append(move[1:])
        self.received = world.execute(
            "select new_code, effective_on from int_organisation_changes"
        ).fetchall()

    def shares(self, code: str, day: date, period_end: date) -> Shares:
        """As the map of that day must have them, for figures of a period."""
        state: dict[str, float] = {code: 1.0}
        for on in sorted(one for one in self.applied if one <= day):
            after: dict[str, float] = defaultdict(float)
            for held, share in state.items():
                for new, part in self.handed_on(held, on, period_end, ()).items():
                    after[new] += share * part
            state = after
        return {new: share for new, share in state.items() if share > 1e-12}

    def handed_on(
        self, held: str, on: date, period_end: date, path: tuple[str, ...]
    ) -> dict[str, float]:
        """What one unit of a body becomes on a day; the path is where it was on that day."""
        moves = self.applied[on].get(held, [])
        ends = bool(moves) and moves[0][3]
        if not moves or (path and not ends) or (path and all(new in path for new, *_ in moves)):
            return {held: 1.0}
        if ends:
            came = [when for new, when in self.received if new == held and when > on]
            until = min(came, default=LAST)
        else:
            until = max(operational for _, operational, _, _ in moves)
        if period_end >= until:
            return {held: 1.0}
        became: dict[str, float] = defaultdict(float)
        for new, _, share, _ in moves:
            further = {new: 1.0}
            if new not in path:
                further = self.handed_on(new, on, period_end, (*(path or (held,)), new))
            for last, part in further.items():
                became[last] += share * part
        if not ends:
            became[held] += 1 - sum(share for _, _, share, _ in moves)
        return became


@settings(max_examples=60, deadline=None)
@given(changes=events())
def test_totals_are_conserved_whatever_happens(
    world: duckdb.DuckDBPyConnection, changes: list[Change]
) -> None:
    lay(world, changes)
    assert broken(world) == []
    assert unfollowed(world) == []
    days = [DAY_ONE + timedelta(days=offset) for offset in (-1, 0, 1, 2, 3, 4, 9)]
    oracle, rows = Oracle(world), rows_of(world)
    named = {code for one in changes for code in (one["old_code"], one["new_code"])}
    for code in sorted(named):
        for day in days:
            for period_end in days:
                assert mapped(rows, code, day, period_end) == pytest.approx(
                    oracle.shares(code, day, period_end)
                )


def test_a_share_that_is_off_is_noticed(world: duckdb.DuckDBPyConnection) -> None:
    lay(
        world,
        [
            change("RA1", "RA2", DAY_ONE, "division", stated_share=0.4),
            change("RA1", "RA3", DAY_ONE, "division", stated_share=0.6),
        ],
    )
    assert broken(world) == []
    world.execute(
        "update int_organisation_map set share = 0.41 where mapped_code = 'RA2' and share < 1"
    )
    assert ("RA1", DAY_ONE) in {row[:2] for row in broken(world)}
    lay(world, [change("RA1", "RA2", DAY_ONE)])
    world.execute("delete from int_organisation_map where map_until = $last", {"last": LAST})
    assert ("RA1", FIRST) not in {row[:2] for row in broken(world)}
    assert broken(world) != []


def test_a_chain_too_long_for_the_rounds_is_noticed(world: duckdb.DuckDBPyConnection) -> None:
    chain = [
        change(f"RA{step}", f"RA{step + 1}", DAY_ONE + timedelta(days=step)) for step in range(12)
    ]
    lay(world, chain[:9])
    assert unfollowed(world) == []
    assert mapped(rows_of(world), "RA0", LAST - timedelta(days=1), DAY_ONE) == {"RA9": 1}
    lay(world, chain)
    assert unfollowed(world) != []
    # Even then nothing is lost.
    assert broken(world) == []


@pytest.fixture(scope="module")
def published(world: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """The map of every succession that was published."""
    (path,) = (PUBLISHED / "ods").glob("trust_succession*.csv")
    world.execute(
        "insert into stg_ods__successions by name "
        "select old_code, new_code, cast(date as date) as effective_on "
        "from read_csv($path, all_varchar = true)",
        {"path": str(path)},
    )
    build_models(world, ["int_organisation_changes_listed", *MODELS])
    return world


@needs_published_files
def test_every_split_and_merger_ever_published_conserves_totals(
    published: duckdb.DuckDBPyConnection,
) -> None:
    assert broken(published) == []
    assert unfollowed(published) == []
    published.execute(
        "create or replace table carried as "
        "select organisation_code, 1 + hash(organisation_code) % 1000 as quantity "
        "from (select distinct organisation_code from int_organisation_map)"
    )
    totals = published.execute(
        """
        with days as (
            select distinct effective_on - before as day
            from int_organisation_changes, (values (0), (1)) as sides (before)
        )
        select
            days.day,
            count(distinct carried.organisation_code),
            sum(carried.quantity * map.share)
        from days
        inner join int_organisation_map as map
            on map.map_from <= days.day and map.map_until > days.day
        inner join carried on carried.organisation_code = map.organisation_code
        where map.period_end_from <= date '2022-10-01' and map.period_end_until > date '2022-10-01'
        group by days.day
        """
    ).fetchall()
    expected = published.execute("select count(*), sum(quantity) from carried").fetchone()
    assert expected is not None
    assert expected[0] > 43_000
    # Each day of a change, and the day before it.
    assert len(totals) > 350
    assert {(count, total) for _, count, total in totals} == {expected}


@needs_published_files
def test_no_published_succession_is_lost(published: duckdb.DuckDBPyConnection) -> None:
    counted = published.execute(
        "select count(*), count(*) filter (is_applied), "
        "count(*) filter (not is_applied and not_applied_reason not in "
        "('division_unknown', 'handover')) from int_organisation_changes"
    ).fetchone()
    listed = published.execute(
        "select count(*) from stg_ods__successions where old_code <> new_code"
    ).fetchone()
    assert counted is not None
    assert listed is not None
    assert (counted[0], counted[2]) == (listed[0], 0)
    assert 24_000 < counted[1] < counted[0]


@needs_published_files
def test_the_longest_published_chain_leaves_room(published: duckdb.DuckDBPyConnection) -> None:
    longest = published.execute(
        "select max(steps) from (select count(*) - 1 as steps from int_organisation_map "
        "group by organisation_code)"
    ).fetchone()
    assert longest == (5,)
