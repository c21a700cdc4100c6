"""Homes built once a run and shared, read only, by the tests that look at figures."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from orchestration.dbt.manifest import load_manifest, prepare_manifest
from orchestration.edition import publish
from orchestration.home import HOME_VARIABLE, Home
from tests.order import by_home
from tests.private_build import NO_UNIT_TESTS, build_privately
from tests.published import PUBLISHED, land_published

# Only a build that hangs takes so long, however busy the machine.
BUILD_TIMEOUT_SECONDS = 1200
# A home with a sample's edition and its truth, of whatever scale, to compare instead of a new one.
SAMPLE_HOME_VARIABLE = "PEOPLE_PLAN_SAMPLE_HOME"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Orders the tests that are left after all choices, alike in every worker."""
    worker = getattr(config, "workerinput", {"workercount": 1})
    functions = [item for item in items if isinstance(item, pytest.Function)]
    assert len(functions) == len(items)
    items[:] = by_home(functions, worker["workercount"])


def people_plan(
    home: Path, *arguments: str, timeout: int = BUILD_TIMEOUT_SECONDS, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Runs the command line as a user does, in a process of its own, on the given home."""
    return subprocess.run(
        [str(Path(sys.executable).with_name("people-plan")), *arguments],
        env={**os.environ, HOME_VARIABLE: str(home), "COLUMNS": "100", **variables},
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )


def succeeded(ended: subprocess.CompletedProcess[str]) -> None:
    """Fails with the end of what a process said, unless it succeeded."""
    said = f"{ended.args} failed:\n{ended.stdout[-4000:]}\n{ended.stderr[-4000:]}"
    assert ended.returncode == 0, said


@contextmanager
def first_to_come(folder: Path, step: str) -> Iterator[bool]:
    """Whether this test worker is the one to take a step in that folder; the others wait for it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{step}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        is_first = not (folder / step).exists()
        yield is_first
        (folder / step).touch()


def made_once(folder: Path, make: Callable[[Path], object]) -> Home:
    """A home in that folder, made once, whichever test worker comes first."""
    home = Home(folder / "home")
    with first_to_come(folder, "built") as is_first:
        if is_first:
            make(home.root)
    return home


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this run see."""
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def written_sample(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home with the small sample of the usual seed in its landing folder, and its truth."""
    folder = shared_folder(tmp_path_factory) / "sample"
    home = Home(folder / "home")
    with first_to_come(folder, "written") as is_first:
        if is_first:
            succeeded(people_plan(home.root, "sample"))
    return home


@pytest.fixture(scope="session")
def landing(written_sample: Home) -> Path:
    """The landing folder of the small sample with the usual seed, for reading only."""
    return written_sample.landing


@pytest.fixture(scope="session")
def sample_home(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The synthetic sample, built as a user builds it, or the one that `make national` built."""
    if SAMPLE_HOME_VARIABLE in os.environ:
        return Home(Path(os.environ[SAMPLE_HOME_VARIABLE]))
    request.getfixturevalue("written_sample")
    return made_once(
        shared_folder(tmp_path_factory) / "sample",
        lambda root: succeeded(people_plan(root, "build")),
    )


@pytest.fixture(scope="session")
def published_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home of the real published files and their edition; skips where they are not."""
    if not PUBLISHED.is_dir():
        pytest.skip("the published files are not beside this checkout")
    return made_once(shared_folder(tmp_path_factory) / "published", build_published)


def build_published(root: Path) -> None:
    """Builds and publishes; suites are left to the tests that hold them to these files."""
    home = Home(root)
    land_published(home.landing)
    build_privately(home, date.today(), NO_UNIT_TESTS)
    publish(home, run_id="tests", now=datetime.now(UTC))


@pytest.fixture(scope="session")
def parsed_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home, for reading only, that holds nothing but the prepared manifest of this checkout."""
    home = Home(shared_folder(tmp_path_factory) / "parsed").create()
    prepare_manifest(home)
    return home


@pytest.fixture
def parsed(tmp_path: Path, parsed_home: Home) -> Home:
    """A home of its own in which the manifest of this checkout is prepared."""
    home = Home(tmp_path)
    shutil.copytree(parsed_home.dbt_target, home.dbt_target)
    return home


@pytest.fixture(scope="session")
def manifest(parsed_home: Home) -> dict[str, Any]:
    """The dbt manifest of this checkout."""
    return load_manifest(parsed_home)
