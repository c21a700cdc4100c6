"""The Dagster code location: merges what the other modules define."""

from __future__ import annotations

from collections.abc import Iterable

import dagster as dg

from orchestration.assets.dbt import dbt_asset
from orchestration.assets.dbt_graph import DbtGraph
from orchestration.assets.edition import edition_asset
from orchestration.assets.jobs import jobs
from orchestration.assets.raw import publication_assets, register_asset
from orchestration.assets.sensors import withhold_edition
from orchestration.assets.warehouse import Warehouse
from orchestration.catalogue import Catalogue, load_catalogue
from orchestration.checks import mart_suite_checks, raw_suite_checks
from orchestration.dbt.graph import Manifest
from orchestration.dbt.manifest import load_manifest
from orchestration.home import Home

PUBLISHED_SCHEMAS = ("marts", "reference")


def build_definitions(catalogue: Catalogue, manifest: Manifest) -> dg.Definitions:
    """Everything that Dagster knows, from a catalogue and a manifest."""
    graph = DbtGraph.of(manifest)
    suites = [*raw_suite_checks(catalogue), *mart_suite_checks()]
    published = [
        spec.key for spec in graph.assets.values() if spec.key.path[0] in PUBLISHED_SCHEMAS
    ]
    gates = [*graph.blocking_checks(), *blocking(suites)]
    return dg.Definitions(
        assets=[
            register_asset(),
            *publication_assets(catalogue),
            dbt_asset(graph),
            edition_asset(manifest, published, gates),
        ],
        asset_checks=suites,
        jobs=jobs(catalogue, manifest),
        sensors=[withhold_edition],
        resources={"warehouse": Warehouse()},
        executor=dg.in_process_executor,
    )


def blocking(checks: Iterable[dg.AssetChecksDefinition]) -> list[dg.AssetCheckKey]:
    """The keys of those checks that hold back what follows."""
    return [spec.key for check in checks for spec in check.check_specs if spec.blocking]


@dg.definitions
def defs() -> dg.Definitions:
    """The code location of the home that `PEOPLE_PLAN_HOME` names."""
    return build_definitions(load_catalogue(), load_manifest(Home.from_environment()))
