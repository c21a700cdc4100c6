"""What can be run as a whole: everything, or one publication and all that follows from it."""

from __future__ import annotations

from collections.abc import Iterable

import dagster as dg

from orchestration.assets.edition import EDITION
from orchestration.assets.raw import FILE_ARRIVALS, FILES, raw_keys
from orchestration.assets.translator import asset_keys
from orchestration.catalogue import Catalogue, Publication
from orchestration.dbt.graph import Manifest, downstream_of_raw

BUILD = "build"


def jobs(catalogue: Catalogue, manifest: Manifest) -> list[dg.UnresolvedAssetJobDefinition]:
    """`build`, and `build_<publication_id>` for each publication."""
    everything = dg.define_asset_job(
        BUILD,
        selection=dg.AssetSelection.all(),
        description="Takes in what was landed, builds everything, and publishes an edition.",
        executor_def=dg.in_process_executor,
    )
    return [everything, *(_job(one, manifest) for one in catalogue.publications.values())]


def keys_following(publications: Iterable[Publication], manifest: Manifest) -> set[dg.AssetKey]:
    """The register, the raw tables of these publications, all that follows, and the edition.

    Raw tables of other publications follow from the register too, but have nothing new to load.
    """
    chosen = list(publications)
    raw = {FILES, FILE_ARRIVALS, *(key for one in chosen for key in raw_keys(one))}
    keys = asset_keys(manifest)
    following = downstream_of_raw(manifest, [key.path[-1] for key in raw])
    return {*raw, *(keys[unique_id] for unique_id in following), EDITION}


def _job(publication: Publication, manifest: Manifest) -> dg.UnresolvedAssetJobDefinition:
    return dg.define_asset_job(
        f"{BUILD}_{publication.publication_id}",
        selection=dg.AssetSelection.assets(*keys_following([publication], manifest)),
        description=f"Builds {publication.title} and everything that depends on it.",
        executor_def=dg.in_process_executor,
    )
