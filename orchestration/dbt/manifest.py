"""Keeps dbt's manifest ready: parsed once for each state of the project's files, then only read."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import orjson

from orchestration.dbt.project import PROJECT_DIR, SEEDS_DIR, arguments, environment
from orchestration.errors import PlainError
from orchestration.home import Home
from orchestration.lock import exclusive

KEPT_MANIFESTS = 3
MADE_BY_DBT = {"dbt_packages", "logs", "target"}


def load_manifest(
    home: Home, project_dir: Path = PROJECT_DIR, seeds_dir: Path = SEEDS_DIR
) -> dict[str, Any]:
    """The manifest of the project as its files are now; parses where none is prepared.

    Raises `PlainError` where the project does not parse.
    """
    return _read(prepare_manifest(home, project_dir, seeds_dir))


def prepare_manifest(
    home: Home, project_dir: Path = PROJECT_DIR, seeds_dir: Path = SEEDS_DIR
) -> Path:
    """Parse the project if its files changed since a manifest was prepared; returns its path.

    Each state of the files has a manifest of its own, written at once and never changed, so that
    readers need no lock and two processes do the work once.
    """
    folder = home.dbt_target / "prepared"
    prepared = folder / f"{project_hash(project_dir, seeds_dir)}.json"
    if prepared.exists():
        return prepared
    folder.mkdir(parents=True, exist_ok=True)
    with exclusive(folder / ".lock", purpose="parsing the dbt project"):
        if not prepared.exists():
            _parse(home, project_dir, prepared)
            _forget_older(folder, prepared)
    return prepared


def project_hash(project_dir: Path = PROJECT_DIR, seeds_dir: Path = SEEDS_DIR) -> str:
    """A hash over dbt's version and every file that it would parse."""
    hashed = hashlib.sha256(version("dbt-core").encode())
    for path in _files(project_dir, seeds_dir):
        content = path.read_bytes()
        hashed.update(f"{path.name}\0{path.parent.name}\0{len(content)}\0".encode())
        hashed.update(content)
    return hashed.hexdigest()[:32]


def _files(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not MADE_BY_DBT.intersection(path.relative_to(folder).parts):
                yield path


def _parse(home: Home, project_dir: Path, prepared: Path) -> None:
    # Imported late: loading dbt takes seconds, and a prepared manifest needs none of it.
    from dbt.cli.main import dbtRunner  # noqa: PLC0415

    with environment(home):
        parsed = dbtRunner().invoke(["parse", *arguments(home, project_dir)])
    if not parsed.success:
        raise PlainError(
            f"The dbt project does not parse: {str(parsed.exception).strip()}",
            f"Correct the file that it names in {project_dir}.",
        ) from parsed.exception
    draft = prepared.with_suffix(f".{os.getpid()}")
    parsed.result.write(str(draft))  # type: ignore[union-attr]
    draft.replace(prepared)


def _forget_older(folder: Path, newest: Path) -> None:
    others = [path for path in folder.glob("*.json") if path != newest]
    by_age = sorted(others, key=lambda path: path.stat().st_mtime, reverse=True)
    for path in by_age[KEPT_MANIFESTS - 1 :]:
        path.unlink(missing_ok=True)


@cache
def _read(path: Path) -> dict[str, Any]:
    manifest: dict[str, Any] = orjson.loads(path.read_bytes())
    return manifest
