"""How a dbt node looks as a Dagster asset: group, kinds, description; the key is [schema, name]."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

import dagster as dg
from dagster_dbt import DagsterDbtTranslator

from orchestration.dbt.graph import Manifest, tables

if TYPE_CHECKING:
    from dagster_dbt import DbtProject


class Translator(DagsterDbtTranslator):
    """Dagster's own translation, with groups by folder and the description without the query."""

    kinds_of: ClassVar[Mapping[str, str]] = {"seed": "seed", "view": "view"}

    def get_asset_spec(
        self, manifest: Mapping[str, Any], unique_id: str, project: DbtProject | None
    ) -> dg.AssetSpec:
        """The asset of one model, seed or source."""
        spec = super().get_asset_spec(manifest, unique_id, project)
        node = self.get_resource_props(manifest, unique_id)
        if node["resource_type"] == "source":
            return spec
        kind = self.kinds_of.get(node["config"]["materialized"], "table")
        return spec.replace_attributes(
            description=node["description"],
            group_name=group_of(node),
            kinds={"dbt", "duckdb", kind},
        )


def group_of(node: Mapping[str, Any]) -> str:
    """The group of a node by its folder.

    `staging_<publication_id>`, `metrics_<chapter_id>`, else the schema: intermediate, marts,
    reference.
    """
    schema: str = node["config"]["schema"]
    folders = node["fqn"][1:-1]
    if schema == "staging" and len(folders) > 1:
        return f"staging_{folders[1]}"
    if schema == "metrics" and len(folders) > 2:
        return f"metrics_{folders[2]}"
    return schema


def asset_keys(manifest: Manifest) -> dict[str, dg.AssetKey]:
    """The asset key of every table that dbt makes, by its unique id."""
    translator = Translator()
    return {
        unique_id: translator.get_asset_key(node) for unique_id, node in tables(manifest).items()
    }
