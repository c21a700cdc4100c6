"""The code location: quick to load, lean, and the graph that it says it is."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import dagster as dg
import pytest

from orchestration.catalogue import load_catalogue
from orchestration.dbt.manifest import load_manifest
from orchestration.definitions import build_definitions
from orchestration.home import HOME_VARIABLE, PROJECT_ROOT, Home

SNAPSHOT = PROJECT_ROOT / "tests" / "snapshots" / "asset_graph.txt"
UPDATE_VARIABLE = "UPDATE_SNAPSHOTS"
LOAD_SECONDS = 5
# Processor time: what else the machine does while the tests run is no business of this one.
LOAD = """
import sys, time
from orchestration.definitions import defs
graph = defs().resolve_asset_graph()
print(time.process_time())
late = {"great_expectations", "pandas", "sqlalchemy.dialects.postgresql", "scipy", "flint"}
print(sorted(late & set(sys.modules)))
"""


@pytest.fixture(scope="module")
def definitions(parsed_home: Home) -> dg.Definitions:
    return build_definitions(load_catalogue(), load_manifest(parsed_home))


@pytest.fixture(scope="module")
def graph(definitions: dg.Definitions) -> dg.AssetGraph:
    return definitions.resolve_asset_graph()


def test_it_loads_in_seconds_without_the_check_engine(
    parsed_home: Home, graph: dg.AssetGraph
) -> None:
    assert graph.get_all_asset_keys()
    loads = [
        subprocess.run(
            [sys.executable, "-c", LOAD],
            env={**os.environ, HOME_VARIABLE: str(parsed_home.root)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split(maxsplit=1)
        for _ in range(2)
    ]
    assert min(float(seconds) for seconds, _ in loads) < LOAD_SECONDS
    assert {rest.strip() for _, rest in loads} == {"[]"}


def described(graph: dg.AssetGraph) -> Iterator[str]:
    for key in sorted(graph.get_all_asset_keys()):
        node = graph.get(key)
        checks = sorted(
            (check.name, graph.get(check).blocking)  # type: ignore[attr-defined]
            for check in node.check_keys
        )
        yield key.to_user_string()
        yield f"  group {node.group_name}; owners {', '.join(sorted(node.owners))}"
        yield f"  kinds {', '.join(sorted(node.kinds))}"
        for parent in sorted(node.parent_keys):
            yield f"  from {parent.to_user_string()}"
        for name, is_blocking in checks:
            yield f"  check {name}{', blocking' if is_blocking else ''}"


def test_the_graph_is_as_it_was(graph: dg.AssetGraph) -> None:
    found = "\n".join(described(graph)) + "\n"
    if os.environ.get(UPDATE_VARIABLE) == "1":
        SNAPSHOT.parent.mkdir(exist_ok=True)
        SNAPSHOT.write_text(found, "utf-8")
    assert SNAPSHOT.read_text("utf-8") == found, f"if it is meant, test with {UPDATE_VARIABLE}=1"


def test_every_asset_says_what_it_is_and_whose(graph: dg.AssetGraph) -> None:
    silent = [
        key.to_user_string()
        for key in graph.get_all_asset_keys()
        if not (graph.get(key).description and graph.get(key).owners and graph.get(key).kinds)
    ]
    assert silent == []


def test_raw_sources_of_dbt_are_assets(graph: dg.AssetGraph) -> None:
    missing = [key.to_user_string() for key in graph.external_asset_keys]
    assert missing == []


def test_the_edition_follows_from_every_mart(graph: dg.AssetGraph) -> None:
    parents = graph.get(dg.AssetKey(["edition"])).parent_keys
    marts = {key for key in graph.get_all_asset_keys() if key.path[0] in ("marts", "reference")}
    assert set(parents) == marts


@pytest.mark.parametrize("publication_id", sorted(load_catalogue().publications))
def test_each_publication_can_be_built_with_what_follows(
    publication_id: str, definitions: dg.Definitions
) -> None:
    keys = definitions.resolve_job_def(f"build_{publication_id}").asset_layer.executable_asset_keys
    names = {key.to_user_string() for key in keys}
    assert {"raw/files", "raw/file_arrivals", "edition", "marts/scorecard"} <= names
    raw = {name for name in names if name.startswith("raw/") and "__" in name}
    assert raw == {
        f"raw/{table}" for table in load_catalogue().publications[publication_id].raw_tables
    }


def test_metrics_marts_and_publications_bear_policies_and_their_reasons(
    graph: dg.AssetGraph,
) -> None:
    catalogue = load_catalogue()
    for publication in catalogue.publications.values():
        for table in publication.raw_tables:
            assert "Freshness: " in (graph.get(dg.AssetKey(["raw", table])).description or "")
    metrics = {one: graph.get(dg.AssetKey(["metrics", one])) for one in catalogue.metrics}
    assert all("Annex A prints" in (node.description or "") for node in metrics.values())
    without = {one for one, node in metrics.items() if node.freshness_policy is None}
    assert without == {
        *("staff_risk_assessment_completed", "cpd_funding_released", "volunteers_deployed"),
        "returners_deployed_frontline",
    }
    marts = {
        key.path[-1]: graph.get(key).freshness_policy
        for key in graph.get_all_asset_keys()
        if key.path[0] == "marts"
    }
    assert {one for one, policy in marts.items() if policy is None} == {
        *("commitments", "interim_plan_actions", "delivery_evidence"),
    }


def test_every_metric_has_its_period_check_behind_the_edition(graph: dg.AssetGraph) -> None:
    for metric_id in load_catalogue().metrics:
        check = dg.AssetCheckKey(dg.AssetKey(["metrics", metric_id]), "newest_period_is_there")
        assert dg.AssetKey(["edition"]) in graph.get(check).parent_entity_keys


def test_what_watches_is_on_and_says_what_it_waits_for(definitions: dg.Definitions) -> None:
    repository = definitions.get_repository_def()
    watches = {one.name: one for one in (*repository.sensor_defs, *repository.schedule_defs)}
    assert set(watches) == {
        *("automation", "landing", "periods", "withhold_edition", "look_for_releases"),
    }
    for one in watches.values():
        assert one.default_status.value == "RUNNING"
        assert (one.description or "").startswith(("Waits for", "Looks for"))
