"""Writes docs/data_dictionary.md from the dbt manifest: all that analysts can read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from orchestration.home import PROJECT_ROOT
from orchestration.markdown import page

DICTIONARY = PROJECT_ROOT / "docs" / "data_dictionary.md"
SCHEMAS = ("marts", "reference")


def render(manifest: Mapping[str, Any]) -> str:
    """The data dictionary as Markdown, tables by schema and name, columns in their own order."""
    schemas = {schema: list(_tables(manifest, schema)) for schema in SCHEMAS}
    return page("data_dictionary.md.j2", schemas=schemas)


def _tables(manifest: Mapping[str, Any], schema: str) -> Iterator[dict[str, Any]]:
    nodes = [
        node
        for node in manifest["nodes"].values()
        if node["resource_type"] in ("model", "seed") and node["schema"] == schema
    ]
    for node in sorted(nodes, key=lambda node: node["name"]):
        yield {
            "name": f"{schema}.{node['name']}",
            "description": " ".join(node["description"].split()),
            "columns": [
                {
                    "name": column["name"],
                    "type": column.get("data_type") or "",
                    "description": " ".join(column["description"].split()).replace("|", "\\|"),
                }
                for column in node["columns"].values()
            ],
        }


def write(manifest_path: Path, target: Path = DICTIONARY) -> None:
    """Renders the manifest at `manifest_path` into `target`."""
    target.write_text(render(json.loads(manifest_path.read_text("utf-8"))), encoding="utf-8")
