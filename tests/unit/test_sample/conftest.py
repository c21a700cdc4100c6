"""One small sample a run, written by whichever worker comes first, read by all."""

from __future__ import annotations

import fcntl
from pathlib import Path

import pytest

from orchestration.sample import write_sample
from tests.conftest import shared_folder


@pytest.fixture(scope="session")
def landing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The landing folder of the small sample with the usual seed."""
    folder = shared_folder(tmp_path_factory) / "sample_landing"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "written").exists():
            write_sample(folder / "landing")
            (folder / "written").touch()
    return folder / "landing"
