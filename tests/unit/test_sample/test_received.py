"""Thrown into one folder under random names, every file of the sample lands where it belongs."""

from __future__ import annotations

import os
import random
import re
from calendar import month_name
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from orchestration.catalogue import load_catalogue
from orchestration.home import Home
from orchestration.ingest import load_publications, load_register, receive
from tests.unit.ingest.test_ingest_layouts import FILES as MADE

NOW = datetime(2026, 11, 28, tzinfo=UTC)
MONTH_OR_NUMBER = re.compile(rf"\d+|{'|'.join(name[:3] + '[a-z]*' for name in month_name[1:])}")


def first_and_last_of_each_kind(landing: Path) -> list[Path]:
    """Files that differ in more than months and numbers; eras stand at either end of a kind."""
    kinds: dict[tuple[str, str], list[Path]] = {}
    for path in sorted(path for path in landing.rglob("*") if path.is_file()):
        publication = path.relative_to(landing).parts[0]
        kinds.setdefault((publication, MONTH_OR_NUMBER.sub("", path.name)), []).append(path)
    return [path for paths in kinds.values() for path in dict.fromkeys((paths[0], paths[-1]))]


@pytest.fixture(scope="module")
def belongs(landing: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Home, dict[str, str]]:
    """A home that received the sample in one heap, and the publication of each file by name."""
    home = Home(tmp_path_factory.mktemp("heap")).create()
    files = first_and_last_of_each_kind(landing)
    names = random.Random(11).sample(range(10**8), len(files))
    belonging = {}
    for path, name in zip(files, names, strict=True):
        os.link(path, home.landing / f"{name:08d}")
        belonging[f"{name:08d}"] = path.relative_to(landing).parts[0]
    return home, belonging


def test_content_alone_tells_the_publication(belongs: tuple[Home, dict[str, str]]) -> None:
    home, belonging = belongs
    report = receive(home, load_catalogue(), today=NOW.date(), now=NOW)
    refused = [(one.landed_as, one.reason) for one in report.outcomes if one.status != "loaded"]
    assert [one for one in refused if "published later" not in str(one[1])] == []
    found = {one.landed_as.partition("!")[0]: one.publication_id for one in report.outcomes}
    assert found == belonging
    assert len(set(belonging.values())) == len(load_catalogue().publications)


def test_every_layout_is_in_the_sample_or_made(belongs: tuple[Home, dict[str, str]]) -> None:
    home, _ = belongs
    catalogue = load_catalogue()
    receive(home, catalogue, today=NOW.date(), now=NOW)
    load_register(home, catalogue)
    with duckdb.connect(str(home.warehouse)) as warehouse:
        written = {
            layout
            for (layouts,) in warehouse.execute("select layout_id from raw.files").fetchall()
            for layout in layouts.split("|")
        }
    made = {layout for layouts in MADE for layout in layouts.split("|")}
    declared = {layout for one in catalogue.publications.values() for layout in one.layouts}
    assert declared - written - made == set()
    assert written <= declared


def test_every_row_is_marked_synthetic(belongs: tuple[Home, dict[str, str]]) -> None:
    home, _ = belongs
    catalogue = load_catalogue()
    receive(home, catalogue, today=NOW.date(), now=NOW)
    load_publications(home, catalogue, catalogue.publications)
    with duckdb.connect(str(home.warehouse)) as warehouse:
        tables = [name for (name,) in warehouse.execute("show tables from raw").fetchall()]
        counts = {
            table: warehouse.execute(
                f"select count(*) filter (where not is_synthetic), count(*) > 0 from raw.{table}"
            ).fetchone()
            for table in tables
            if table not in ("files", "file_arrivals")
        }
    assert counts == dict.fromkeys(counts, (0, True))
