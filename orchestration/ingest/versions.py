"""What a reading depends on besides the bytes: the reader's code and the publication's YAML."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from orchestration.catalogue import Catalogue, Publication
from orchestration.ingest import reader

READER = Path(reader.__file__).parent
CHARACTERS = 16


@cache
def reader_version() -> str:
    """A hash of the reader's source, so that a changed reader reads again by itself."""
    sources = sorted(READER.glob("*.py"))
    return _hash(*(path.read_text("utf-8") for path in sources))


class ReadingHashes:
    """The hashes that readings made today would carry."""

    def __init__(self, catalogue: Catalogue) -> None:
        publications = catalogue.publications.values()
        self.by_publication = {one.publication_id: _publication(one) for one in publications}
        self.of_catalogue = _hash(*self.by_publication.values())

    def expected(self, status: str, publication_id: str | None) -> str:
        """The hash for a file with this outcome.

        A file that was read depends on its publication alone; a refused one could fit any layout.
        """
        if status == "loaded" and publication_id in self.by_publication:
            return self.by_publication[publication_id]
        return self.of_catalogue

    def is_current(self, reading: dict[str, Any] | None) -> bool:
        """Whether reading again would give the same."""
        if reading is None:
            return False
        expected = self.expected(reading["status"], reading["publication_id"])
        return bool(reading["reading_hash"] == expected)


def _publication(publication: Publication) -> str:
    # Where a file can be fetched from changes nothing about how it is read.
    return _hash(reader_version(), publication.model_dump_json(exclude={"fetch"}))


def _hash(*texts: str) -> str:
    return hashlib.sha256("\x00".join(texts).encode()).hexdigest()[:CHARACTERS]
