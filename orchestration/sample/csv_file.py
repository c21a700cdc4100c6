"""Text files as publishers save them: written by DuckDB, then given line ends and an encoding."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from orchestration.sample.world import World

PIECE_CHARACTERS = 1 << 24


@dataclass(frozen=True)
class CsvFile:
    """The result of a query as separated values.

    `left_out` are columns of the query that this file does without. `quotes_all` also quotes
    fields that need it not.
    """

    query: str
    parameters: Mapping[str, Any] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    has_header: bool = True
    quotes_all: bool = False
    line_end: str = "\r\n"
    encoding: str = "utf-8"

    def write(self, world: World, path: Path) -> int:
        """Writes the file and returns the number of its records."""
        lines = world.connection.sql(self.query, params=dict(self.parameters))
        if self.left_out:
            names = ", ".join(f'"{name}"' for name in self.left_out)
            lines = lines.project(f"* exclude ({names})")
        lines.write_csv(
            str(path),
            header=self.has_header,
            quoting=csv.QUOTE_ALL if self.quotes_all else None,
        )
        return self._finish(path) - self.has_header

    def _finish(self, path: Path) -> int:
        """Gives the file its line ends and encoding, piece by piece; returns its lines."""
        plain = path.with_name(f"{path.name}.plain")
        path.rename(plain)
        line_count = 0
        with (
            plain.open(encoding="utf-8", newline="") as written,
            path.open("w", encoding=self.encoding, newline=self.line_end) as finished,
        ):
            while piece := written.read(PIECE_CHARACTERS):
                line_count += piece.count("\n")
                finished.write(piece)
        plain.unlink()
        return line_count
