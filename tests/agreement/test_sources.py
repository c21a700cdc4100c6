"""The catalogue's raw tables and dbt's `raw` source: the same tables, the same columns."""

from __future__ import annotations

from typing import Any

from orchestration.catalogue import load_catalogue

# What the warehouse writes of itself: the register of files, and the calendar of releases.
OWN = ("files", "file_arrivals", "release_calendar")
METADATA = ["layout_id", "sheet_name", "row_number", "published_on", "is_synthetic", "file_id"]


def catalogue_tables() -> dict[str, set[str]]:
    """Raw table name to its published columns."""
    return {
        name: set(table.columns)
        for publication in load_catalogue().publications.values()
        for name, table in publication.raw_tables.items()
    }


def source_tables(manifest: dict[str, Any]) -> dict[str, set[str]]:
    """dbt source name to its columns, what the warehouse writes of itself apart."""
    return {
        source["name"]: set(source["columns"])
        for source in manifest["sources"].values()
        if source["source_name"] == "raw" and source["name"] not in OWN
    }


def test_the_same_tables(manifest: dict[str, Any]) -> None:
    assert sorted(source_tables(manifest)) == sorted(catalogue_tables())


def test_the_same_columns(manifest: dict[str, Any]) -> None:
    sources = source_tables(manifest)
    for name, columns in catalogue_tables().items():
        extra = {"column_number"} & sources[name]
        assert sources[name] == columns | set(METADATA) | extra, name


def test_only_staging_reads_sources(manifest: dict[str, Any]) -> None:
    readers = {
        node["name"]
        for node in manifest["nodes"].values()
        if node["resource_type"] == "model"
        and any(
            parent.startswith("source.") and parent.rsplit(".", 1)[-1] not in OWN
            for parent in node["depends_on"]["nodes"]
        )
    }
    assert readers
    assert {name for name in readers if not name.startswith("stg_")} == set()


def test_every_source_is_read(manifest: dict[str, Any]) -> None:
    read = {
        parent
        for node in manifest["nodes"].values()
        if node["resource_type"] == "model"
        for parent in node["depends_on"]["nodes"]
    }
    assert {name for name in manifest["sources"] if name not in read} == set()
