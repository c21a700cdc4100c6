"""The Dagster code location: merges what the other modules define."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import dagster as dg

from orchestration import clock
from orchestration.assets.dbt import dbt_asset
from orchestration.assets.dbt_graph import DbtGraph
from orchestration.assets.edition import EDITION, edition_asset
from orchestration.assets.jobs import BUILD, jobs, keys_following
from orchestration.assets.raw import calendar_asset, publication_assets, register_asset
from orchestration.assets.sensors import withhold_edition
from orchestration.assets.warehouse import Warehouse
from orchestration.catalogue import Catalogue, load_catalogue
from orchestration.checks import mart_suite_checks, raw_suite_checks
from orchestration.dbt.graph import Manifest
from orchestration.dbt.manifest import load_manifest
from orchestration.freshness.automation import automation_sensor
from orchestration.freshness.checks import period_checks
from orchestration.freshness.graph import METRICS, refine_specs, table_freshness
from orchestration.freshness.looking import looking_job, looking_schedule
from orchestration.freshness.policies import (
    metric_freshness,
    most_frequent,
    publication_freshness,
)
from orchestration.freshness.sensors import Following, landing_sensor, period_sensor
from orchestration.home import Home

PUBLISHED_SCHEMAS = ("marts", "reference")


def build_definitions(catalogue: Catalogue, manifest: Manifest) -> dg.Definitions:
    """Everything that Dagster knows, from a catalogue and a manifest."""
    today = clock.today()
    asked = metric_freshness(catalogue, today)
    graph = DbtGraph.of(manifest)
    keys = [spec.key for spec in graph.assets.values()]
    freshness = table_freshness(catalogue, asked, keys)
    graph = replace(graph, assets=refine_specs(graph.assets, freshness))
    metrics = {key.path[-1]: key for key in keys if key.path[0] == METRICS}
    suites = [*raw_suite_checks(catalogue), *mart_suite_checks()]
    looking = looking_job(catalogue)
    published = [
        spec.key for spec in graph.assets.values() if spec.key.path[0] in PUBLISHED_SCHEMAS
    ]
    gates = [*graph.blocking_checks(), *blocking(suites)]
    return dg.Definitions(
        assets=[
            register_asset(catalogue),
            calendar_asset(catalogue),
            *publication_assets(catalogue, publication_freshness(catalogue, today)),
            dbt_asset(graph, catalogue),
            edition_asset(manifest, published, gates, most_frequent(asked.values())),
        ],
        asset_checks=[*suites, period_checks(catalogue, metrics, EDITION)],
        jobs=[*jobs(catalogue, manifest), looking],
        schedules=[looking_schedule(catalogue, looking)],
        sensors=[
            withhold_edition,
            landing_sensor(catalogue, BUILD, following(catalogue, manifest)),
            period_sensor(catalogue, metrics),
            automation_sensor(automated(graph)),
        ],
        resources={"warehouse": Warehouse()},
        executor=dg.in_process_executor,
    )


def following(catalogue: Catalogue, manifest: Manifest) -> Following:
    """Which assets publications and all that depends on them are."""
    return lambda chosen: keys_following([catalogue.publications[one] for one in chosen], manifest)


def automated(graph: DbtGraph) -> dg.AssetSelection:
    """What is built by itself when its inputs change: every model, and the edition."""
    models = [spec.key for spec in graph.assets.values() if spec.automation_condition]
    return dg.AssetSelection.assets(*models, EDITION)


def blocking(checks: Iterable[dg.AssetChecksDefinition]) -> list[dg.AssetCheckKey]:
    """The keys of those checks that hold back what follows."""
    return [spec.key for check in checks for spec in check.check_specs if spec.blocking]


@dg.definitions
def defs() -> dg.Definitions:
    """The code location of the home that `PEOPLE_PLAN_HOME` names."""
    return build_definitions(load_catalogue(), load_manifest(Home.from_environment()))
