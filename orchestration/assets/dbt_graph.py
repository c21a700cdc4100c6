"""A dbt manifest in Dagster's terms: its tables as assets, its tests as checks on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import dagster as dg

from orchestration.assets.translator import Translator
from orchestration.dbt.graph import Manifest, tables, tested_table, tests


@dataclass(frozen=True)
class DbtGraph:
    """A manifest in Dagster's terms, by dbt's unique ids."""

    manifest: Manifest
    assets: Mapping[str, dg.AssetSpec]
    checks: Mapping[str, dg.AssetCheckSpec]

    @classmethod
    def of(cls, manifest: Manifest) -> DbtGraph:
        """Every table as an asset, every test of a table as a check on it."""
        translator = Translator()
        assets = {
            unique_id: translator.get_asset_spec(manifest, unique_id, None)
            for unique_id in tables(manifest)
        }
        checks = {
            unique_id: _check(test, assets[tested].key)
            for unique_id, test in tests(manifest).items()
            if (tested := tested_table(manifest, test))
        }
        return cls(manifest, assets, checks)

    def selector(self, unique_id: str) -> str:
        """What dbt's --select calls a table or a test."""
        nodes = tables(self.manifest) if unique_id in self.assets else tests(self.manifest)
        return f"fqn:{'.'.join(nodes[unique_id]['fqn'])}"

    def blocking_checks(self) -> Sequence[dg.AssetCheckKey]:
        """The tests that hold back what follows."""
        return [check.key for check in self.checks.values() if check.blocking]


def _check(test: Mapping[str, Any], asset: dg.AssetKey) -> dg.AssetCheckSpec:
    severity = (test["config"].get("severity") or "error").lower()
    return dg.AssetCheckSpec(
        name=test["name"],
        asset=asset,
        description=test.get("description") or None,
        blocking=severity == "error",
        metadata={"kind": "dbt data test", "declared in": test["original_file_path"]},
    )
