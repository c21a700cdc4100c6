"""The small world as a code location: everything of `orchestration.definitions`, on a home.

Only four things differ from the real one: the folders of catalogue, dbt project and suites, and
that the landing sensor does not wait ten seconds for quiet.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial
from pathlib import Path

import dagster as dg
import pytest

from orchestration import definitions
from orchestration.assets import dbt as dbt_module
from orchestration.catalogue import Catalogue, load_catalogue
from orchestration.checks import asset_checks
from orchestration.checks.suites import load_suite, suites_of
from orchestration.clock import NOW_VARIABLE
from orchestration.dbt.manifest import load_manifest
from orchestration.dbt.runner import run_dbt
from orchestration.freshness.sensors import landing_sensor
from orchestration.home import HOME_VARIABLE, Home
from orchestration.instance import prepare_instance
from tests.simulation.catalogue import write_catalogue
from tests.simulation.project import write_project
from tests.simulation.suites import write_expectations


@dataclass(frozen=True)
class World:
    """The folders of the small world."""

    root: Path

    @classmethod
    def write(cls, root: Path) -> World:
        """Write catalogue, seeds, dbt project and suites below `root`."""
        world = cls(root)
        write_catalogue(root / "publications", root / "seeds")
        write_project(root / "project")
        write_expectations(root / "expectations")
        return world

    def catalogue(self) -> Catalogue:
        """The catalogue of the cast."""
        return load_catalogue(self.root / "publications", self.root / "seeds")


@dataclass(frozen=True)
class House:
    """A home, its Dagster instance, and the code location that works on it."""

    home: Home
    instance: dg.DagsterInstance
    catalogue: Catalogue
    defs: dg.Definitions

    @property
    def repository(self) -> dg.RepositoryDefinition:
        """The code location as Dagster's daemon sees it."""
        return self.defs.get_repository_def()


@contextmanager
def open_house(world: World, root: Path, day: date) -> Iterator[House]:
    """A new home below `root`, opened on that day; the environment is put back afterwards."""
    home, catalogue, project = Home(root).create(), world.catalogue(), world.root / "project"
    expectations = world.root / "expectations"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(HOME_VARIABLE, str(home.root))
        patch.setenv("DAGSTER_HOME", str(home.dagster))
        patch.setenv(NOW_VARIABLE, "")
        set_clock(day)
        patch.setattr(dbt_module, "run_dbt", partial(run_dbt, project_dir=project))
        patch.setattr(asset_checks, "load_suite", partial(load_suite, root=expectations))
        patch.setattr(asset_checks, "suites_of", partial(suites_of, root=expectations))
        patch.setattr(definitions, "landing_sensor", partial(landing_sensor, quiet_seconds=0))
        with prepare_instance(home) as instance:
            manifest = load_manifest(home, project, world.root / "seeds")
            yield House(
                home, instance, catalogue, definitions.build_definitions(catalogue, manifest)
            )


def set_clock(day: date, hour: int = 9, minute: int = 45) -> None:
    """What time it is from now on."""
    os.environ[NOW_VARIABLE] = datetime.combine(day, time(hour, minute)).isoformat()
