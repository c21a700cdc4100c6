"""What a sample consists of, for whoever asked for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class SampleFile:
    """One file written: where, as which release, how many records or cells of how many bytes."""

    path: Path
    publication_id: str
    published_on: date
    row_count: int
    size_bytes: int


@dataclass(frozen=True)
class SampleReport:
    """The files of one sample below `landing`, in the order in which they were written."""

    landing: Path
    scale: str
    seed: int
    files: tuple[SampleFile, ...]

    def __str__(self) -> str:
        return (
            f"{len(self.files)} files of {len(self.publication_ids)} publications in"
            f" {self.landing} ({self.size_bytes / 1e6:.0f} MB, {self.row_count:,} rows,"
            f" scale {self.scale}, seed {self.seed}). Every row is synthetic."
        )

    @property
    def publication_ids(self) -> tuple[str, ...]:
        """The publications that the sample has files of."""
        return tuple(sorted({file.publication_id for file in self.files}))

    @property
    def row_count(self) -> int:
        """Records and filled table rows in all files together."""
        return sum(file.row_count for file in self.files)

    @property
    def size_bytes(self) -> int:
        """Bytes of all files together."""
        return sum(file.size_bytes for file in self.files)
