"""`people-plan dev`: the Dagster UI of this home."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from orchestration.commands.console import console
from orchestration.dbt.manifest import prepare_manifest
from orchestration.dbt.project import variables
from orchestration.home import PROJECT_ROOT, Home
from orchestration.instance import prepare_instance


def run(*, host: str, port: int) -> None:
    """Prepare the home, then become Dagster's own command, so that signals reach it."""
    home = Home.from_environment().create()
    with console() as out, out.status("Preparing the run history and the dbt manifest ..."):
        prepare_instance(home).dispose()
        prepare_manifest(home)
    os.chdir(PROJECT_ROOT)
    command = str(Path(sys.executable).with_name("dg"))
    os.execve(
        command,
        [command, "dev", "-m", "orchestration.definitions", "--host", host, "--port", str(port)],
        {**os.environ, **variables(home)},
    )
