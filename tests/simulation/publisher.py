"""The publishers' pages, without a network: the fetch brings what is on them by the day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime

import pytest

from orchestration.catalogue import Catalogue
from orchestration.fetch import FetchReport
from orchestration.freshness import looking
from orchestration.home import Home
from tests.simulation.cast import CAST
from tests.simulation.release import Release


@dataclass
class Pages:
    """What is on the pages and was not fetched yet, and what a fetch brought last."""

    releases: list[Release]
    brought: list[Release] = field(default_factory=list)

    @contextmanager
    def are_fetched(self) -> Iterator[None]:
        """Fetching is on, and asks these pages."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("PEOPLE_PLAN_FETCH", "1")
            fetched = [one.publication_id for one in CAST if one.is_fetched]
            patch.setattr(looking, "fetchable", lambda _: fetched)
            patch.setattr(looking, "open_web", nullcontext)
            patch.setattr(looking, "fetch_publication", self._fetch)
            yield

    def _fetch(
        self, home: Home, _: Catalogue, publication_id: str, *, now: datetime, **_web: object
    ) -> FetchReport:
        found = [
            one
            for one in self.releases
            if one.publication_id == publication_id and one.published_on <= now.date()
        ]
        for one in found:
            one.land(home)
            self.releases.remove(one)
        self.brought += found
        return FetchReport(publication_id)
