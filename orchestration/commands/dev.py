"""`people-plan dev`: the Dagster UI of this home."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import typer
from dagster import DagsterInstance

from orchestration.commands.console import console
from orchestration.dbt.manifest import prepare_manifest
from orchestration.dbt.project import variables
from orchestration.home import Home
from orchestration.instance import fail_abandoned_runs, prepare_instance
from orchestration.lock import LockTimeoutError, exclusive


def run(*, host: str, port: int) -> None:
    """Prepare the home, then serve until stopped; exits as Dagster's own command does."""
    home = Home.from_environment().create()
    with console() as out, out.status("Preparing the run history and the dbt manifest ..."):
        with prepare_instance(home) as instance:
            _fail_abandoned_runs(home, instance)
        prepare_manifest(home)
    command = str(Path(sys.executable).with_name("dg"))
    # A command started in the background is born deaf to interrupts, and so would be the server.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    server = subprocess.Popen(
        [command, "dev", "-m", "orchestration.definitions", "--host", host, "--port", str(port)],
        env={**os.environ, **variables(home)},
        # Elsewhere than in the project, whose dagster.yaml Dagster would only warn about.
        cwd=home.root,
    )
    # An interrupt makes the server end its children too; the terminal sends it one itself.
    signal.signal(signal.SIGTERM, lambda *_: server.send_signal(signal.SIGINT))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise typer.Exit(server.wait())


def _fail_abandoned_runs(home: Home, instance: DagsterInstance) -> None:
    with (
        contextlib.suppress(LockTimeoutError),
        exclusive(home.lock, purpose="people-plan dev", timeout_seconds=0),
    ):
        # A lock that is taken means that a build is alive, and its run with it.
        fail_abandoned_runs(instance)
