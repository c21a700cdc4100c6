"""`people-plan dev`: the Dagster UI of this home."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import typer

from orchestration.commands.console import console
from orchestration.dbt.manifest import prepare_manifest
from orchestration.dbt.project import variables
from orchestration.home import Home
from orchestration.instance import prepare_instance


def run(*, host: str, port: int) -> None:
    """Prepare the home, then serve until stopped; exits as Dagster's own command does."""
    home = Home.from_environment().create()
    with console() as out, out.status("Preparing the run history and the dbt manifest ..."):
        prepare_instance(home).dispose()
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
