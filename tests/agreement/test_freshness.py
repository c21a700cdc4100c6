"""What is due is stated once, for everything, and fits what publishers are known to have done."""

from __future__ import annotations

import csv
import re
from datetime import date, timedelta
from typing import Any

import duckdb
import pytest

from orchestration.catalogue import load_catalogue
from orchestration.dictionary import DICTIONARY
from orchestration.edition.audit import REQUIRED
from orchestration.edition.macros import rendered
from orchestration.freshness.calendar import Calendar, Period, calendars
from orchestration.home import PROJECT_ROOT, Home
from tests.small_build import contracts

CATALOGUE = load_catalogue()
CALENDARS = calendars(CATALOGUE)
PLAN = date(2020, 7, 30)
# Releases of publications.csv that no window can be held to, and why.
NOT_COMPARED = {
    ("workforce_stats", "2023-03 (selected provisional)"): "a few figures, before the release",
    ("wres", "2022"): "only the month of the release is known",
    ("wres", "2023"): "only the month of the release is known",
    ("nurses_50k", "delivery update"): "it is of no period, and keeps to no calendar",
    ("nurses_50k", "2023-09-30"): "it keeps to no calendar",
    ("nhsei_covid_workforce_returns", "2020-07-31"): "it keeps to no calendar",
    ("hee_cpep", "2019 intake"): "before the first intake of the plan, where the calendar begins",
    ("hee_cpep", "2020 intake"): "announced before the intake, which is early and not usual",
}
RELEASES = [
    pytest.param(one.publication_id, *release.split("="), id=f"{one.publication_id}-{release}")
    for one in CATALOGUE.cadences.values()
    for release in one.known_releases
]


def seed(name: str) -> list[dict[str, str]]:
    with (PROJECT_ROOT / "seeds" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_what_is_read_has_a_calendar_and_a_calendar_is_of_what_is_read() -> None:
    assert set(CALENDARS) == set(CATALOGUE.publications)


def test_every_metric_has_a_frequency_as_printed_from_the_plan_on() -> None:
    for metric in CATALOGUE.metrics.values():
        rows = sorted(
            (one for one in CATALOGUE.frequencies if one.metric_id == metric.metric_id),
            key=lambda one: one.valid_from,
        )
        assert rows, metric.metric_id
        assert {one.frequency_as_printed for one in rows} == {metric.frequency_as_printed}
        assert rows[0].valid_from == PLAN
        # One row follows the other without a gap, and only the last may be open.
        ends = [one.valid_to for one in rows[:-1]]
        assert ends == [one.valid_from - timedelta(days=1) for one in rows[1:]], metric.metric_id


def test_every_metric_is_carried_by_what_has_a_calendar() -> None:
    for metric in CATALOGUE.metrics.values():
        assert metric.operational_publication_id in CALENDARS, metric.metric_id
        assert set(metric.additional_publication_ids) <= set(CALENDARS), metric.metric_id


def test_lags_stand_once() -> None:
    stated = {row["publication_id"]: row for row in seed("publications")}
    for row in seed("publication_calendars"):
        for lag in ("lag_days_min", "lag_days_max"):
            places = [bool(row[lag]), bool(stated[row["publication_id"]][lag])]
            expected = 0 if row["cadence"] == "irregular" else 1
            assert sum(places) == expected, (row["publication_id"], lag)


@pytest.mark.parametrize(("publication_id", "label", "released"), RELEASES)
def test_known_releases_came_in_their_window(
    publication_id: str, label: str, released: str
) -> None:
    period = _period(CALENDARS[publication_id], label)
    is_full_day = re.fullmatch(r"\d{4}-\d\d-\d\d", released) is not None
    if (publication_id, label) in NOT_COMPARED:
        is_inside = period and is_full_day and _is_inside(period, date.fromisoformat(released))
        assert not is_inside, "it fits: compare it"
        return
    assert period is not None
    assert _is_inside(period, date.fromisoformat(released))


def _is_inside(period: Period, released: date) -> bool:
    return period.opens_on <= released <= period.late_after


def _period(calendar: Calendar, label: str) -> Period | None:
    """The period that a label names: a day, a month, a year, a season or an intake."""
    named = re.fullmatch(
        r"(?P<year>\d{4})(-(?P<month>\d\d)-(?P<day>\d\d)|-(?P<short>\d\d)| intake)?", label
    )
    if named is None:
        return None
    if named["day"]:
        return next((one for one in calendar.periods if one.end.isoformat() == label), None)
    if named["short"] and calendar.rules[0].cadence == "monthly":
        (period,) = (one for one in calendar.periods if f"{one.end:%Y-%m}" == label)
        return period
    year = int(named["year"]) + (1 if named["short"] else 0)
    return next((one for one in calendar.periods if one.end.year == year), None)


def test_what_macros_read_is_in_every_edition_and_what_they_answer_is_documented() -> None:
    described = DICTIONARY.read_text("utf-8")
    macros = {("marts", name) for name in rendered()}
    for name, statement in rendered().items():
        definition, comment = statement.split("comment on macro table")
        read = set(re.findall(r"\b(marts|reference)\.(\w+)", definition)) - macros
        # A macro says in its comment which mart it answers for.
        answered = set(re.findall(r"\bmarts\.(\w+)", comment)) - {name}
        assert answered, name
        assert {("marts", mart) for mart in answered} <= read | {("marts", "freshness")}
        for schema, table in read:
            assert table in REQUIRED[schema], (name, table)
            assert table in contracts(), (name, table)
        assert f"marts.{name}(" in described


def test_every_mart_and_only_what_is_built_is_required(manifest: dict[str, Any]) -> None:
    built = {
        (node["schema"].removeprefix("main_"), node["name"])
        for node in manifest["nodes"].values()
        if node["resource_type"] in ("model", "seed")
    }
    required = {(schema, table) for schema, tables in REQUIRED.items() for table in tables}
    assert required - built == set()
    assert {one for one in built if one[0] == "marts"} - required == set()


@pytest.fixture
def edition(sample_home: Home) -> Any:
    with duckdb.connect(str(sample_home.edition), read_only=True) as connection:
        yield connection


def test_the_macro_answers_as_the_mart_that_dbt_made(edition: Any) -> None:
    ((day,),) = edition.sql("select distinct status_on from marts.freshness").fetchall()
    mart = edition.sql("from marts.freshness")
    macro = edition.sql(f"from marts.freshness_on(date '{day}')")
    assert macro.columns == mart.columns
    assert macro.fetchall() == mart.fetchall()


def test_what_a_metric_reaches_is_in_the_files_of_what_carries_it(edition: Any) -> None:
    """Derived figures cite the files of carriers: a period has one publisher to be asked for."""
    unreached = """
        select subject_id from reference.freshness_subjects where freshness_level = 'metric'
        except
        select subject_id
        from reference.periods_received
        inner join reference.freshness_subjects
            using (freshness_level, subject_id, publication_id)
    """
    assert edition.sql(unreached).fetchall() == []
    disagreeing = """
        with newest as (
            select
                freshness_level, subject_id, publication_id, max(period_end) as period_end
            from reference.periods_received
            group by all
        )
        select metrics.subject_id, metrics.publication_id, metrics.period_end, files.period_end
        from newest as metrics
        inner join reference.freshness_subjects
            using (freshness_level, subject_id, publication_id)
        left join newest as files
            on files.freshness_level = 'publication'
            and files.publication_id = metrics.publication_id
        where metrics.freshness_level = 'metric'
            and not coalesce(metrics.period_end <= files.period_end, false)
    """
    assert edition.sql(disagreeing).fetchall() == []
