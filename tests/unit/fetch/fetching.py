"""Fetches a made publication from the publisher on this machine, without ever waiting."""

from __future__ import annotations

import itertools
import os
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any

from orchestration.catalogue import Catalogue, load_catalogue
from orchestration.catalogue.fetch import Fetch
from orchestration.fetch import FetchReport, Limits, fetch_publication, landing, open_web
from orchestration.home import Home
from orchestration.ingest.arrivals import Arrival, arrivals

PUBLICATION = "ods"
NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
KILLED = 9


def catalogue_of(fetch: dict[str, Any] | None) -> Catalogue:
    """The catalogue with one publication, fetched from where the test says."""
    known = load_catalogue()
    declared = Fetch.model_validate(fetch) if fetch else None
    publication = known.publications[PUBLICATION].model_copy(update={"fetch": declared})
    return replace(known, publications={PUBLICATION: publication})


@dataclass
class Fetcher:
    """A home, and fetches into it; `slept` are the seconds that were to be waited."""

    home: Home
    slept: list[float] = field(default_factory=list)
    ticks: float = 0

    def __call__(
        self, fetch: dict[str, Any], *, is_check: bool = False, **limits: Any
    ) -> FetchReport:
        bounds = Limits(**{"allows_http_on_loopback": True, "pause_seconds": 0, **limits})
        clock = itertools.count(0, self.ticks).__next__
        with open_web(bounds, sleep=self.slept.append, clock=clock) as web:
            return fetch_publication(
                self.home, catalogue_of(fetch), PUBLICATION, now=NOW, web=web, is_check=is_check
            )

    def files(self, *urls: str, **limits: Any) -> FetchReport:
        """Fetches addresses that stay the same."""
        return self({"files": [{"url": url} for url in urls]}, **limits)

    def landed(self) -> dict[str, bytes]:
        """What the walker of landing finds, by path below landing."""
        return {one.landed_as: one.path.read_bytes() for one in self.arrivals()}

    def arrivals(self) -> list[Arrival]:
        return list(arrivals(self.home.landing, [PUBLICATION]))

    def anything_in_landing(self) -> list[Path]:
        """Every file there, also those that the walker passes by."""
        return [path for path in self.home.landing.rglob("*") if path.is_file()]


def die_before_the_rename(root: Path, url: str) -> None:
    """Fetches a file in a process of its own that is gone before the file has its place."""

    def die(*_: object) -> bool:
        os._exit(KILLED)

    landing._move = die
    Fetcher(Home(root)).files(url)


def killed(root: Path, url: str) -> int | None:
    """The exit code of a fetch that was killed between download and rename."""
    process = SpawnProcess(target=die_before_the_rename, args=(root, url))
    process.start()
    process.join(60)
    return process.exitcode
