"""The register and every publication's raw tables, as the catalogue declares them."""

from collections.abc import Iterator, Mapping
from typing import Any

import dagster as dg
import duckdb

from orchestration.assets.warehouse import POOL, Warehouse
from orchestration.catalogue import Catalogue, Publication
from orchestration.edition.inputs import loaded_hash
from orchestration.edition.ledger import IN_NO_TABLE, note_loaded, note_refused
from orchestration.freshness.files_held import files_held
from orchestration.freshness.policies import Freshness
from orchestration.freshness.release_calendar import TABLE, load_release_calendar
from orchestration.ingest import (
    ReceiveReport,
    load_publication,
    load_register,
    open_register,
    receive,
)

GROUP = "raw"
FILES = dg.AssetKey([GROUP, "files"])
FILE_ARRIVALS = dg.AssetKey([GROUP, "file_arrivals"])
RELEASE_CALENDAR = dg.AssetKey([GROUP, TABLE])
ENGINEERS = "data.engineering@people-plan.example"
LINEAGE = {
    "layout_id": "Layout that read the row.",
    "sheet_name": "Sheet of the workbook; empty for text files.",
    "row_number": "Row of the file or sheet as a person sees it, from 1.",
    "column_number": "Column of the cell in a cross-table, from 1.",
    "published_on": "Day on which the file's release was published.",
    "is_synthetic": "Made up for a sample.",
    "file_id": "File that the row came from: the beginning of its SHA-256.",
}
REGISTER = {
    FILES: "Every file ever received: what it is, when it was published, what became of it.",
    FILE_ARRIVALS: "Every arrival of a file in landing, copies among them.",
}


def register_asset(catalogue: Catalogue) -> dg.AssetsDefinition:
    """Takes in what lies in landing and writes the register; every raw table follows from it."""

    @dg.multi_asset(
        name="register",
        specs=[
            dg.AssetSpec(
                key,
                description=description,
                group_name=GROUP,
                owners=[ENGINEERS],
                kinds={"duckdb", "file"},
            )
            for key, description in REGISTER.items()
        ],
        can_subset=True,
        pool=POOL,
    )
    def register(
        context: dg.AssetExecutionContext, warehouse: Warehouse
    ) -> Iterator[dg.MaterializeResult[Any]]:
        now = warehouse.now()
        report = receive(warehouse.home, catalogue, today=now.date(), now=now)
        load_register(warehouse.home, catalogue)
        with open_register(warehouse.home, catalogue) as known:
            refused = files_held(known).get(IN_NO_TABLE)
        note_refused(warehouse.home, refused)
        for outcome in _refused(report):
            context.log.warning(outcome)
        for key in sorted(context.selected_asset_keys):
            yield dg.MaterializeResult(
                asset_key=key,
                metadata={**_counts(warehouse, key), "refused": len(_refused(report))},
            )

    return register


def calendar_asset(catalogue: Catalogue) -> dg.AssetsDefinition:
    """The calendar of releases, which depends on seeds and code alone."""

    @dg.asset(
        key=RELEASE_CALENDAR,
        description="Every period of every publication, and when it falls due.",
        group_name=GROUP,
        owners=[ENGINEERS],
        kinds={"duckdb"},
        pool=POOL,
    )
    def release_calendar(warehouse: Warehouse) -> dg.MaterializeResult[Any]:
        rows = load_release_calendar(warehouse.home, catalogue)
        return dg.MaterializeResult(metadata={"dagster/row_count": rows})

    return release_calendar


def publication_assets(
    catalogue: Catalogue, freshness: Mapping[str, Freshness]
) -> list[dg.AssetsDefinition]:
    """One step a publication, which rebuilds all its raw tables."""
    return [
        _publication_asset(catalogue, publication, freshness[publication.publication_id])
        for publication in catalogue.publications.values()
    ]


def raw_keys(publication: Publication) -> list[dg.AssetKey]:
    """The assets of a publication's raw tables."""
    return [dg.AssetKey([GROUP, table]) for table in publication.raw_tables]


def _publication_asset(
    catalogue: Catalogue, publication: Publication, freshness: Freshness
) -> dg.AssetsDefinition:
    publication_id = publication.publication_id

    @dg.multi_asset(
        name=f"load_{publication_id}",
        description=publication.description,
        specs=[
            dg.AssetSpec(
                [GROUP, name],
                deps=[FILES],
                description=freshness.told_in(f"{table.description}\n\nOne row is {table.grain}."),
                freshness_policy=freshness.policy,
                group_name=GROUP,
                owners=[f"team:{publication.owner}"],
                kinds={"duckdb", "parquet"},
                metadata={
                    "publication": publication.title,
                    "licence": publication.licence,
                    "attribution": publication.attribution,
                    "landing page": dg.MetadataValue.url(publication.landing_page),
                    "dagster/table_name": f"{GROUP}.{name}",
                    "dagster/column_schema": _column_schema(publication, name),
                },
            )
            for name, table in publication.raw_tables.items()
        ],
        can_subset=True,
        pool=POOL,
    )
    def load(
        context: dg.AssetExecutionContext, warehouse: Warehouse
    ) -> Iterator[dg.MaterializeResult[Any]]:
        load_publication(warehouse.home, catalogue, publication_id)
        with open_register(warehouse.home, catalogue) as known:
            hashed = loaded_hash(known, catalogue, publication_id)
            files = files_held(known).get(publication_id)
        note_loaded(warehouse.home, publication_id, hashed, files)
        for key in raw_keys(publication):
            metadata = _counts(warehouse, key)
            if key in context.selected_asset_keys:
                yield dg.MaterializeResult(asset_key=key, metadata=metadata)
            else:
                # All tables of a publication are rebuilt together, whichever were asked for.
                context.log_event(dg.AssetMaterialization(key, metadata=metadata))

    return load


def _column_schema(publication: Publication, raw_table: str) -> dg.TableSchema:
    table = publication.raw_tables[raw_table]
    return dg.TableSchema(
        [
            dg.TableColumn(
                name,
                kind,
                description=(
                    table.columns[name].description if name in table.columns else LINEAGE[name]
                ),
            )
            for name, kind in table.sql_columns.items()
        ]
    )


def _counts(warehouse: Warehouse, key: dg.AssetKey) -> dict[str, Any]:
    """Rows, files and publication dates of one raw table, as it now is."""
    with duckdb.connect(str(warehouse.home.warehouse)) as connection:
        table = connection.table(".".join(f'"{part}"' for part in key.path))
        rows, files, first, last = table.aggregate(
            "count(*), count(distinct file_id), min(published_on), max(published_on)"
        ).fetchall()[0]
    published = {"first published on": str(first), "last published on": str(last)} if files else {}
    return {"dagster/row_count": rows, "files": files, **published}


def _refused(report: ReceiveReport) -> list[str]:
    return [
        f"{outcome.landed_as}: {outcome.reason} {outcome.next_step}"
        for outcome in report.outcomes
        if outcome.status in ("quarantined", "unreadable")
    ]
