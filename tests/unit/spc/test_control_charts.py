"""Control charts of random series say what the published rules say of them, exactly."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.spc.charting import MEANINGS, agree, charted, charts_world
from tests.unit.spc.reference import Month, chart

ROUND = st.integers(-60, 60).map(lambda tenths: 5 + tenths / 10)
ROUGH = st.floats(0, 100, allow_nan=False).map(lambda one: round(one, 6))
LONGEST = 45


@pytest.fixture(scope="module")
def world() -> Iterator[duckdb.DuckDBPyConnection]:
    with charts_world() as connection:
        yield connection


@st.composite
def values(draw: st.DrawFn) -> list[float]:
    """Noise, steps, walks, slopes and flat lines with spikes: what makes each rule hold or fail."""
    kinds = st.sampled_from(["noise", "rough", "walk", "flat"])
    parts = draw(st.lists(kinds, min_size=1, max_size=4))
    made: list[float] = []
    for kind in parts:
        length = draw(st.integers(1, LONGEST // len(parts)))
        if kind == "noise":
            made += draw(st.lists(ROUND, min_size=length, max_size=length))
        elif kind == "rough":
            made += draw(st.lists(ROUGH, min_size=length, max_size=length))
        elif kind == "walk":
            way = draw(st.sampled_from([-1, 1]))
            steps = draw(st.lists(st.integers(-1, 3), min_size=length, max_size=length))
            first = draw(st.integers(-50, 50))
            made += [way * one / 10 for one in accumulate(steps, initial=first)][1:]
        else:
            made += [draw(ROUND)] * length
    return made


@st.composite
def months(draw: st.DrawFn) -> list[Month]:
    """A series with hidden values, months left out, and breaks."""
    made: list[Month] = []
    number = draw(st.integers(0, 200))
    for value in draw(values()):
        number += draw(st.sampled_from([1] * 30 + [2, 3, 14]))
        is_hidden = draw(st.sampled_from([False] * 25 + [True]))
        breaks = draw(st.sampled_from([False] * 25 + [True])) and bool(made)
        made.append(Month(number, None if is_hidden else value, breaks))
    return made


@settings(max_examples=150, deadline=None)
@given(
    st.lists(months(), min_size=1, max_size=6),
    st.sampled_from(sorted(MEANINGS)),
    st.sampled_from(["calendar_month", "month_end_snapshot"]),
)
def test_random_series_agree_with_the_rules(
    world: duckdb.DuckDBPyConnection, drawn: list[list[Month]], polarity: str, period_type: str
) -> None:
    series = {f"R{i:02}": one for i, one in enumerate(drawn)}
    said = charted(world, series, polarity=polarity, period_type=period_type)
    for name, one in series.items():
        agree(said[name], chart(one), polarity)


def plain(*points: float) -> list[Month]:
    return [Month(number, value) for number, value in enumerate(points)]


@pytest.mark.parametrize("length", [6, 7, 8, 15])
@pytest.mark.parametrize("way", [1, -1])
def test_runs_that_meet_agree_with_the_rules(
    world: duckdb.DuckDBPyConnection, length: int, way: int
) -> None:
    """Up and down again, and up again: which of two runs a turning point is part of."""
    slope = [float(way * one) for one in range(length)]
    # Wide noise besides, so that turning points lie within the limits and go by their trend.
    noise = [-30.0 * way, 30.0 * way] * 15
    zigzag = plain(*noise, *slope, *reversed(slope[:-1]), *slope[1:])
    steps = plain(*[5.0 * way] * length, *[-5.0 * way] * length, 4.0, 5.0)
    said = charted(world, {"RJ1": zigzag, "RJ2": steps}, polarity="lower_better")
    agree(said["RJ1"], chart(zigzag), "lower_better")
    agree(said["RJ2"], chart(steps), "lower_better")
    assert any("trend" in (one["spc_rules"] or "") for one in said["RJ1"].values()) is (length > 6)


@pytest.mark.parametrize(
    "period_type", ["financial_quarter", "quarter_end_snapshot", "survey_year", "survey_wave"]
)
def test_only_months_are_charted(world: duckdb.DuckDBPyConnection, period_type: str) -> None:
    assert not charted(world, {"RJ1": plain(*[1, 2] * 9)}, period_type=period_type)["RJ1"]


def test_months_counted_by_the_quarter_are_no_chart(world: duckdb.DuckDBPyConnection) -> None:
    """Snapshots of every third month come before those of every month, and move no limit."""
    quarters = [Month(3 * one, 90.0 + one) for one in range(8)]
    monthly = [Month(24 + one, 1.0 + one % 2) for one in range(12)]
    with_quarters = charted(world, {"RJ1": quarters + monthly}, period_type="month_end_snapshot")
    alone = charted(world, {"RJ1": monthly}, period_type="month_end_snapshot")
    assert with_quarters == alone
    assert len(alone["RJ1"]) == 12


@settings(max_examples=30, deadline=None)
@given(values(), st.integers(-30, 30), st.sampled_from([1, 2, 10]))
def test_a_unit_does_not_decide(
    world: duckdb.DuckDBPyConnection, drawn: list[float], moved: int, scale: int
) -> None:
    """Moved along, or in a unit twice or ten times as small, the same points stand out."""
    rounded = [round(value, 1) for value in drawn]
    said = charted(
        world,
        {"RJ1": plain(*rounded), "RJ2": plain(*(round(scale * one + moved, 1) for one in rounded))},
    )
    assert {month: one["spc_rules"] for month, one in said["RJ1"].items()} == {
        month: one["spc_rules"] for month, one in said["RJ2"].items()
    }


@settings(max_examples=30, deadline=None)
@given(values())
def test_upside_down_every_signal_turns(
    world: duckdb.DuckDBPyConnection, drawn: list[float]
) -> None:
    mirrored = {"RJ1": plain(*drawn), "RJ2": plain(*(-one for one in drawn))}
    said = charted(world, mirrored, polarity="higher_better")
    opposite = dict(zip(MEANINGS["higher_better"], MEANINGS["lower_better"], strict=True))
    assert {month: opposite[one["spc_variation"]] for month, one in said["RJ1"].items()} == {
        month: one["spc_variation"] for month, one in said["RJ2"].items()
    }


def test_what_a_segment_says_no_other_can_change(world: duckdb.DuckDBPyConnection) -> None:
    """Figures beyond a break, however wild, move nothing on this side of it."""
    calm = plain(*[4.0, 4.2, 4.1] * 5)
    wild = [Month(15, 90.0, breaks=True), *(Month(16 + one, 50.0 * one) for one in range(8))]
    alone = charted(world, {"RJ1": calm})["RJ1"]
    beside = charted(world, {"RJ1": [*calm, *wild]})["RJ1"]
    assert {month: beside[month] for month in alone} == alone
    assert beside[15]["spc_baseline_start"].year == 2001
