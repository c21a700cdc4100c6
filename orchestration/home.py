"""Where a People Plan home keeps what it holds; nothing else in the project spells these paths."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

HOME_VARIABLE = "PEOPLE_PLAN_HOME"
PROJECT_ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Home:
    """The folders and files of one home, all below `root` (absolute)."""

    root: Path

    @classmethod
    def from_environment(cls) -> Home:
        """The home that `PEOPLE_PLAN_HOME` names, `./data` where it is not set."""
        return cls(Path(os.environ.get(HOME_VARIABLE) or "data").expanduser().resolve())

    @property
    def landing(self) -> Path:
        """Files as people put them: `landing/<publication_id>/<published_on>/<any name>`."""
        return self.root / "landing"

    @property
    def fetch(self) -> Path:
        """What was fetched from which address, one JSON a publication."""
        return self.root / "fetch"

    @property
    def truth(self) -> Path:
        """What the synthetic sample's files say, for tests to compare the marts with."""
        return self.root / "truth"

    @property
    def archive(self) -> Path:
        """One folder a file ever received, append-only."""
        return self.root / "archive"

    @property
    def quarantine(self) -> Path:
        """Refused files, each with its reason and the next step."""
        return self.root / "quarantine"

    @property
    def warehouse(self) -> Path:
        """The private build that no analyst opens."""
        return self.root / "warehouse.duckdb"

    @property
    def editions(self) -> Path:
        """The last published editions, one folder each."""
        return self.root / "editions"

    @property
    def edition(self) -> Path:
        """The current edition: the file that analysts open."""
        return self.root / "people_plan.duckdb"

    @property
    def acknowledgements(self) -> Path:
        """Why unusual changes were let through, one JSON each, append-only."""
        return self.root / "acknowledgements"

    @property
    def report(self) -> Path:
        """The report on the current edition."""
        return self.root / "report"

    @property
    def dagster(self) -> Path:
        """Dagster's own home: run history, event log, `dagster.yaml`."""
        return self.root / "dagster"

    @property
    def dbt_target(self) -> Path:
        """What dbt writes: manifest, run results, compiled SQL."""
        return self.root / "dbt"

    @property
    def lock(self) -> Path:
        """The operating-system lock that every writer of this home holds."""
        return self.root / ".lock"

    def create(self) -> Home:
        """Make the folders that people and commands expect to find."""
        for folder in (self.landing, self.archive, self.quarantine, self.editions):
            folder.mkdir(parents=True, exist_ok=True)
        return self
