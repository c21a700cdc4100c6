"""The home that a run works on, locked from the run's first step to its last."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Self

import dagster as dg

from orchestration import clock
from orchestration.assets.quiet_exit import quiet_exit
from orchestration.home import Home
from orchestration.lock import exclusive

# Runs that ask for it queue behind each other; its one slot is granted in dagster.yaml.
POOL = "warehouse"


class Warehouse(dg.ConfigurableResource):  # type: ignore[type-arg]
    """The home named by `PEOPLE_PLAN_HOME`, and the right to write in it.

    All steps of a run share one process, so the lock that the run takes here covers every one of
    them, the checks of suites among them: no other process can come between loading and publishing.
    """

    @contextmanager
    def yield_for_execution(self, context: dg.InitResourceContext) -> Iterator[Self]:
        """Hold the home's lock while the run lasts; a run that waits says for whom."""
        quiet_exit()
        purpose = f"Dagster run {context.run.run_id[:8] if context.run else ''}"
        on_wait = context.log.warning if context.log else None
        with exclusive(self.home.create().lock, purpose=purpose, on_wait=on_wait):
            yield self

    @property
    def home(self) -> Home:
        """The home, as the environment names it."""
        return Home.from_environment()

    def now(self) -> datetime:
        """The moment, in UTC."""
        return clock.now()
