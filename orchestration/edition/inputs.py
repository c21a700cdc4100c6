"""Hashes what an edition would be built from now: the files held and the code that decides."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from orchestration.edition.model import Inputs, digest
from orchestration.home import PROJECT_ROOT, Home

if TYPE_CHECKING:
    import duckdb

    from orchestration.catalogue import Catalogue

# Code that turns files into raw tables: a change of it changes every publication.
READING = ("orchestration/catalogue", "orchestration/ingest", "orchestration/publications")
# Code that turns raw tables into marts, and decides whether they may be seen.
MODELLING = (
    "dbt_project",
    "expectations",
    "seeds",
    "orchestration/checks",
    "orchestration/edition",
    "orchestration/catalogue/calendar_rule.py",
    "orchestration/freshness/calendar.py",
    "orchestration/freshness/release_calendar.py",
)
ENGINES = ("dbt-core", "dbt-duckdb", "duckdb", "great-expectations")
MADE_BY_TOOLS = {"__pycache__", "dbt_packages", "logs", "target"}


def present_inputs(home: Home, catalogue: Catalogue) -> Inputs:
    """What a build would be made from now; call `receive` first."""
    reading = code_hash(READING)
    return Inputs(
        code=modelling_hash(),
        publications={
            publication_id: publication_hash(files, reading)
            for publication_id, files in _active_files(home, catalogue).items()
        },
    )


def fingerprint(home: Home, catalogue: Catalogue) -> str:
    """The one hash of `present_inputs`; an edition that bears it needs no rebuilding."""
    return present_inputs(home, catalogue).fingerprint


def modelling_hash() -> str:
    """The hash of seeds, models, expectations and audit, and of the engines that run them."""
    return digest([code_hash(MODELLING), {engine: version(engine) for engine in ENGINES}])


def loaded_hash(
    register: duckdb.DuckDBPyConnection, catalogue: Catalogue, publication_id: str
) -> str:
    """The hash of what loading this publication now puts into its raw tables."""
    # Imported late: the readers are not needed by those who only ask about an edition.
    from orchestration.ingest import active_files_in  # noqa: PLC0415

    files = active_files_in(register, catalogue).get(publication_id, [])
    return publication_hash(files, code_hash(READING))


def publication_hash(files: Iterable[str], reading: str) -> str:
    """The hash of one publication: its active files, and the code that reads them."""
    return digest([sorted(files), reading])


def code_hash(folders: Iterable[str], root: Path = PROJECT_ROOT) -> str:
    """A hash over the names and bytes of these files, and of all files below these folders."""
    hashed = hashlib.sha256()
    for path in _files(root / folder for folder in folders):
        content = path.read_bytes()
        hashed.update(f"{path.relative_to(root)}\0{len(content)}\0".encode())
        hashed.update(content)
    return hashed.hexdigest()


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for path in [folder] if folder.is_file() else sorted(folder.rglob("*")):
            if path.is_file() and not MADE_BY_TOOLS.intersection(path.relative_to(folder).parts):
                yield path


def _active_files(home: Home, catalogue: Catalogue) -> dict[str, list[str]]:
    # Imported late: the readers are not needed by those who only ask about an edition.
    from orchestration.ingest import active_files  # noqa: PLC0415

    return active_files(home, catalogue)
