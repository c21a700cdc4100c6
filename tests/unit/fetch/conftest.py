"""A publisher on this machine and a fetcher with a home of its own, for every test here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from orchestration.home import Home
from tests.unit.fetch.fetching import Fetcher
from tests.unit.fetch.publisher import Publisher, publisher_on_this_machine


@pytest.fixture
def publisher(monkeypatch: pytest.MonkeyPatch) -> Iterator[Publisher]:
    monkeypatch.setenv("NO_PROXY", "*")
    with publisher_on_this_machine() as running:
        yield running


@pytest.fixture
def fetch(tmp_path: Path) -> Fetcher:
    return Fetcher(Home(tmp_path / "home"))
