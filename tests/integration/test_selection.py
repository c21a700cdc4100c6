"""What a build or a plan runs, where everything, something or nothing is out of date."""

from __future__ import annotations

from datetime import date

import dagster as dg
import duckdb
import pytest

from orchestration.assets.edition import EDITION
from orchestration.catalogue import load_catalogue
from orchestration.clock import NOW_VARIABLE
from orchestration.commands.selection import chosen_keys, keys_before_edition
from orchestration.dbt.manifest import load_manifest
from orchestration.definitions import build_definitions
from orchestration.edition.staleness import Stale, marts_day
from orchestration.home import HOME_VARIABLE, Home

CATALOGUE = load_catalogue()
DAY = date(2025, 12, 1)


@pytest.fixture
def built(parsed: Home, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home whose marts speak of that day, which is today."""
    monkeypatch.setenv(HOME_VARIABLE, str(parsed.root))
    monkeypatch.setenv(NOW_VARIABLE, f"{DAY}T12:00:00")
    with duckdb.connect(str(parsed.warehouse)) as connection:
        connection.execute("create schema marts")
        connection.execute(f"create table marts.freshness as select date '{DAY}' as status_on")
    return parsed


def all_keys(home: Home) -> set[dg.AssetKey]:
    graph = build_definitions(CATALOGUE, load_manifest(home)).resolve_asset_graph()
    return set(graph.get_all_asset_keys())


def test_a_plan_builds_everything_but_the_edition(built: Home) -> None:
    assert keys_before_edition(CATALOGUE, Stale(is_everything=True)) == all_keys(built) - {EDITION}


def test_a_plan_builds_what_a_build_would_but_the_edition(built: Home) -> None:
    work = Stale(publications=("sickness_absence",))
    chosen = chosen_keys(CATALOGUE, None, work)
    assert chosen is not None
    assert keys_before_edition(CATALOGUE, work) == chosen - {EDITION}
    assert EDITION in chosen
    assert chosen < all_keys(built)


def test_what_was_planned_today_is_published_as_it_is(built: Home) -> None:
    assert marts_day(built) == DAY
    assert chosen_keys(CATALOGUE, None, Stale()) == {EDITION}


@pytest.mark.usefixtures("built")
def test_what_was_planned_yesterday_is_made_to_speak_of_today(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(NOW_VARIABLE, "2025-12-02T00:01:00")
    chosen = chosen_keys(CATALOGUE, None, Stale())
    assert chosen is not None
    assert {key.path[0] for key in chosen - {EDITION}} == {"marts"}
    assert dg.AssetKey(["marts", "freshness"]) in chosen


def test_a_build_that_says_no_day_speaks_of_none(parsed: Home) -> None:
    assert marts_day(parsed) is None
    with duckdb.connect(str(parsed.warehouse)):
        pass
    assert marts_day(parsed) is None
