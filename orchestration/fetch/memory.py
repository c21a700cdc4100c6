"""Remembers what each address gave last, so that a host need not send the same bytes again.

A cache only: without it every file is downloaded and compared, and nothing else is different.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from orchestration.ingest.files import write_json


@dataclass(frozen=True)
class Remembered:
    """The last bytes from an address, and by what the host recognises them."""

    sha256: str
    size_bytes: int
    etag: str | None
    last_modified: str | None
    fetched_at: str

    @property
    def conditions(self) -> dict[str, str]:
        """The headers that ask for a body only if it is another one."""
        given = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in given.items() if value}


class Memory:
    """What is remembered of a publication's addresses, kept in one file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._files = _load(path)

    def of(self, url: str) -> Remembered | None:
        """What `url` gave last, None if it is not known."""
        return self._files.get(url)

    def keep(self, url: str, remembered: Remembered) -> None:
        """Remembers it at once: whoever kills the run loses no more than the file at hand."""
        self._files[url] = remembered
        write_json(self.path, {"files": {one: asdict(self._files[one]) for one in self._files}})


def _load(path: Path) -> dict[str, Remembered]:
    try:
        found = json.loads(path.read_text("utf-8"))["files"]
        return {url: Remembered(**known) for url, known in found.items()}
    except (FileNotFoundError, ValueError, KeyError, TypeError, AttributeError):
        return {}
