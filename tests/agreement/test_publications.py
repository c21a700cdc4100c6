"""Every publication that carries a measure is read, and has all that a publication consists of."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from orchestration.catalogue import load_catalogue
from orchestration.home import PROJECT_ROOT
from orchestration.sample.releases import PUBLICATIONS
from tests.unit.plausible import TABLES

CATALOGUE = load_catalogue()


def seed(name: str) -> list[dict[str, str]]:
    with (PROJECT_ROOT / "seeds" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def carriers() -> set[str]:
    """The publications that the seeds name as the source of a measure or of a metric."""
    named = {row["publication_id"] for row in seed("measures")}
    for row in seed("metrics"):
        named |= {
            row["operational_publication_id"],
            *row["additional_publication_ids"].split("|"),
        }
    return named - {""}


def test_what_carries_a_measure_is_read() -> None:
    assert carriers() - set(CATALOGUE.publications) == set()


def test_what_is_read_is_a_publication_of_the_seed() -> None:
    assert set(CATALOGUE.publications) - {
        row["publication_id"] for row in seed("publications")
    } == (set())


def test_what_is_not_published_has_a_template() -> None:
    unpublished = {
        row["publication_id"]
        for row in seed("publications")
        if row["availability"] in ("not_published", "internal")
    }
    with_template = {name for name, one in CATALOGUE.publications.items() if one.template}
    assert unpublished & set(CATALOGUE.publications) - with_template == set()


def test_every_publication_has_a_sample_and_every_sample_a_publication(landing: Path) -> None:
    landed = {folder.name for folder in landing.iterdir() if any(folder.glob("*/*"))}
    assert landed == set(CATALOGUE.publications)


def test_sample_modules_are_registered_once() -> None:
    names = [module.__name__.rpartition(".")[2] for module in PUBLICATIONS]
    assert len(names) == len(set(names))


def test_every_publication_is_staged_in_its_own_folder(manifest: dict[str, Any]) -> None:
    folders = {
        Path(node["original_file_path"]).parent.name
        for node in manifest["nodes"].values()
        if node["resource_type"] == "model"
        and node["original_file_path"].startswith("models/staging/")
    }
    assert folders == set(CATALOGUE.publications)


def test_every_raw_table_has_a_plausible_one() -> None:
    raw = {f"raw.{table}" for one in CATALOGUE.publications.values() for table in one.raw_tables}
    assert raw - set(TABLES) == set()
    assert {name for name in TABLES if name.startswith("raw.") and "__" in name} - raw == set()


def test_returns_and_their_pages_are_the_same() -> None:
    pages = {path.stem for path in (PROJECT_ROOT / "docs" / "returns").glob("*.md")}
    with_template = {name for name, one in CATALOGUE.publications.items() if one.template}
    assert pages - {"README"} == with_template
