"""Runs the models of control charts on series made by hand, and reads back what they say."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import duckdb

from tests.rendered_models import build_models
from tests.unit.spc.reference import Charted, Month

MODELS = ("int_spc_points", "int_spc_limits", "int_spc_signals", "int_observations_charted")
MEANINGS = {
    "higher_better": ("special_cause_concern", "common_cause", "special_cause_improvement"),
    "lower_better": ("special_cause_improvement", "common_cause", "special_cause_concern"),
    "neutral": ("special_cause_low", "common_cause", "special_cause_high"),
    "towards_parity": ("special_cause_low", "common_cause", "special_cause_high"),
}
CELL = """
    measure_id varchar, definition_id varchar, period_type varchar, breakdown_type varchar,
    breakdown_value varchar, geography_level varchar, organisation_code varchar, period_start date,
    period_end date
"""


def charts_world() -> duckdb.DuckDBPyConnection:
    """Empty tables of what the models refer to; a measure for each polarity, called like it."""
    connection = duckdb.connect()
    connection.execute(
        f"create table int_observations_in_series ({CELL}, value double, has_discontinuity boolean)"
    )
    connection.execute(
        f"create table int_observations_targeted ({CELL}, target_id varchar, target_value double, "
        "target_comparison varchar)"
    )
    connection.execute("create table measures as select unnest($1) as measure_id", [[*MEANINGS]])
    connection.execute("alter table measures add column polarity varchar")
    connection.execute("update measures set polarity = measure_id")
    return connection


def charted(
    connection: duckdb.DuckDBPyConnection,
    series: Mapping[str, Sequence[Month]],
    *,
    polarity: str = "neutral",
    period_type: str = "calendar_month",
) -> dict[str, dict[int, dict[str, Any]]]:
    """What the models say of each series, by its name, and month."""
    rows = [
        (name, period(month.number), month.value, month.breaks)
        for name, months in series.items()
        for month in months
    ]
    connection.execute("delete from int_observations_in_series")
    connection.execute(
        """
        insert into int_observations_in_series
        select
            $polarity, 'one', $period_type, 'all', 'all', 'organisation', unnest($names),
            unnest($starts), unnest($ends), unnest($values), unnest($breaks)
        """,
        {
            "polarity": polarity,
            "period_type": period_type,
            "names": [name for name, _, _, _ in rows],
            "starts": [days[0] for _, days, _, _ in rows],
            "ends": [days[1] for _, days, _, _ in rows],
            "values": [value for _, _, value, _ in rows],
            "breaks": [breaks for _, _, _, breaks in rows],
        },
    )
    build_models(connection, MODELS)
    said: dict[str, dict[int, dict[str, Any]]] = {name: {} for name in series}
    answer = connection.execute("select * from int_observations_charted")
    columns = [column[0] for column in answer.description or ()]
    for row in answer.fetchall():
        one = dict(zip(columns, row, strict=True))
        said[one["organisation_code"]][number(one["period_end"])] = one
    return said


def agree(
    said: Mapping[int, Mapping[str, Any]], expected: Mapping[int, Charted], polarity: str
) -> None:
    """Fails unless the models say of one series what the reference does."""
    assert sorted(said) == sorted(expected)
    for month, wanted in expected.items():
        found = said[month]
        for column, bound in (
            ("spc_mean", wanted.mean),
            ("spc_lower_limit", wanted.lower),
            ("spc_upper_limit", wanted.upper),
        ):
            assert abs(found[column] - bound) <= 1e-9 * max(1, abs(bound)), (month, column, wanted)
        assert frozenset((found["spc_rules"] or "").split("|")) - {""} == wanted.rules, month
        assert found["spc_variation"] == MEANINGS[polarity][wanted.signal + 1], (month, wanted)
        assert found["spc_point_count"] == wanted.points
        assert found["spc_limits_are_trial"] is wanted.is_trial
        assert found["spc_baseline_start"] == period(wanted.first)[0]


def period(month: int) -> tuple[date, date]:
    """First and last day of a month counted from January 2000."""
    year, of_year = divmod(month, 12)
    last = monthrange(2000 + year, of_year + 1)[1]
    return date(2000 + year, of_year + 1, 1), date(2000 + year, of_year + 1, last)


def number(day: date) -> int:
    """How many months after January 2000 the day lies."""
    return 12 * (day.year - 2000) + day.month - 1
