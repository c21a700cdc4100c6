"""How dbt is called for a home: where it reads, writes and connects, with nothing left to PATH."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from orchestration.home import PROJECT_ROOT, Home

PROJECT_DIR = PROJECT_ROOT / "dbt_project"
SEEDS_DIR = PROJECT_ROOT / "seeds"


def variables(home: Home) -> dict[str, str]:
    """What the project's profile and dbt itself read from the environment."""
    folder = str(Path(sys.executable).parent)
    path = os.environ.get("PATH", "")
    return {
        "PEOPLE_PLAN_WAREHOUSE": str(home.warehouse),
        "DBT_TARGET_PATH": str(home.dbt_target),
        "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
        "DO_NOT_TRACK": "1",
        "PATH": path if folder in path.split(os.pathsep) else os.pathsep.join([folder, path]),
    }


@contextmanager
def environment(home: Home) -> Iterator[None]:
    """The same variables in this process's own environment, put back afterwards."""
    wanted = variables(home)
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def arguments(home: Home, project_dir: Path = PROJECT_DIR) -> list[str]:
    """Flags for every dbt command: paths of this home, silent on the console, a log in a file."""
    return [
        *("--project-dir", str(project_dir)),
        *("--profiles-dir", str(project_dir)),
        *("--target-path", str(home.dbt_target)),
        *("--log-path", str(home.dbt_target)),
        *("--log-level", "none"),
        *("--log-level-file", "info"),
        "--no-use-colors",
        "--no-version-check",
        "--no-send-anonymous-usage-stats",
    ]
