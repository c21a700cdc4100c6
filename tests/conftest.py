"""Homes built once a run and shared, read only, by the tests that look at figures."""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from orchestration.home import HOME_VARIABLE, PROJECT_ROOT, Home
from orchestration.sample import write_sample
from tests.published import PUBLISHED, land_published

BUILD_TIMEOUT_SECONDS = 540
# A home with a sample's edition and its truth, of whatever scale, to compare instead of a new one.
SAMPLE_HOME_VARIABLE = "PEOPLE_PLAN_SAMPLE_HOME"


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


def made_once(folder: Path, make: Callable[[Path], object]) -> Home:
    """A home in that folder, made once, whichever test worker comes first."""
    root = folder / "home"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "built").exists():
            make(root)
            (folder / "built").touch()
    return Home(root)


def build_once(folder: Path, fill: Callable[[Path], object]) -> Home:
    """Fills a landing folder and builds the home, once."""

    def make(root: Path) -> None:
        fill(root)
        built = people_plan(root, "build")
        assert built.returncode == 0, (
            f"the build failed:\n{built.stdout[-4000:]}\n{built.stderr[-4000:]}"
        )

    return made_once(folder, make)


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this run see."""
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def landing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The landing folder of the small sample with the usual seed, for reading only."""
    folder = shared_folder(tmp_path_factory) / "sample_landing"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "written").exists():
            write_sample(folder / "landing")
            (folder / "written").touch()
    return folder / "landing"


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home built from the synthetic sample, or the one that `make national` built."""
    if SAMPLE_HOME_VARIABLE in os.environ:
        return Home(Path(os.environ[SAMPLE_HOME_VARIABLE]))
    return build_once(
        shared_folder(tmp_path_factory) / "sample", lambda root: people_plan(root, "sample")
    )


@pytest.fixture(scope="session")
def published_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home built from the real published files; skips where they are not."""
    if not PUBLISHED.is_dir():
        pytest.skip("the published files are not beside this checkout")
    return build_once(
        shared_folder(tmp_path_factory) / "published", lambda root: land_published(root / "landing")
    )


@pytest.fixture(scope="session")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The dbt manifest of this checkout, parsed afresh."""
    target = shared_folder(tmp_path_factory) / "manifest"
    target.mkdir(exist_ok=True)
    with (target / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (target / "manifest.json").exists():
            project = str(PROJECT_ROOT / "dbt_project")
            parsed = subprocess.run(
                [
                    str(Path(sys.executable).with_name("dbt")),
                    "parse",
                    f"--project-dir={project}",
                    f"--profiles-dir={project}",
                ],
                env={**os.environ, "DBT_TARGET_PATH": str(target)},
                capture_output=True,
                text=True,
                timeout=300,
                check=False,
            )
            assert parsed.returncode == 0, parsed.stdout[-4000:]
    found: dict[str, Any] = json.loads((target / "manifest.json").read_text("utf-8"))
    return found
