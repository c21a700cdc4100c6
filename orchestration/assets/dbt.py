"""All of dbt as one step, of which any part can be asked for."""

from collections.abc import Iterator

import dagster as dg

from orchestration.assets.dbt_events import Event, Tally, events, fail_unless_whole, sentence
from orchestration.assets.dbt_graph import DbtGraph
from orchestration.assets.warehouse import POOL, Warehouse
from orchestration.catalogue import Catalogue
from orchestration.dbt.graph import wholly_built
from orchestration.dbt.runner import run_dbt
from orchestration.edition.inputs import modelling_hash
from orchestration.edition.ledger import doubt_models, note_modelled

# Unit tests hold the code to its arithmetic, which is the same whatever the data: `make test` runs
# them once.
OF_DATA = ("--exclude-resource-type", "unit_test")


def dbt_asset(graph: DbtGraph, catalogue: Catalogue) -> dg.AssetsDefinition:
    """The step that runs dbt on whatever part of the graph is asked for."""

    @dg.multi_asset(
        name="dbt",
        description="Builds and tests models and seeds with dbt, inside this process.",
        specs=list(graph.assets.values()),
        check_specs=list(graph.checks.values()),
        can_subset=True,
        pool=POOL,
    )
    def dbt(context: dg.AssetExecutionContext, warehouse: Warehouse) -> Iterator[Event]:
        code = modelling_hash()
        doubt_models(warehouse.home, code)
        tally = Tally()
        for result in run_dbt(warehouse.home, [*command(graph, context), *OF_DATA]):
            tally.add(result)
            if not result.is_good:
                context.log.error(sentence(graph, result))
            yield from events(graph, context, result)
        fail_unless_whole(graph, context, tally)
        publications = catalogue.publications.values()
        note_modelled(
            warehouse.home,
            wholly_built(
                graph.manifest,
                {one.publication_id: list(one.raw_tables) for one in publications},
                tally.built,
            ),
            code=code,
            is_everything=tally.built == set(graph.assets),
        )

    return dbt


def command(graph: DbtGraph, context: dg.AssetExecutionContext) -> list[str]:
    """The dbt command for the part of the project that the run asked for.

    As long as every check of the selected tables is wanted, dbt's own rule (a test runs when any
    table it reads is selected) stays in force; otherwise exactly what was picked runs.
    """
    models = [
        unique_id
        for unique_id, spec in graph.assets.items()
        if spec.key in context.selected_asset_keys
    ]
    checks = [
        unique_id
        for unique_id, spec in graph.checks.items()
        if spec.key in context.selected_asset_check_keys
    ]
    of_models = [
        unique_id
        for unique_id, spec in graph.checks.items()
        if spec.asset_key in context.selected_asset_keys
    ]
    if len(models) == len(graph.assets) and len(checks) == len(graph.checks):
        return ["build"]
    if checks == of_models:
        return ["build", "--select", *map(graph.selector, models)]
    exactly = map(graph.selector, [*models, *checks])
    verb = "build" if models else "test"
    return [verb, "--select", *exactly, "--indirect-selection", "empty"]
