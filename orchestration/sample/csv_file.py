"""Text files as publishers save them: written by DuckDB, then given line ends and an encoding."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from orchestration.sample.world import World


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
        text = path.read_text(encoding="utf-8")
        path.write_bytes(text.replace("\n", self.line_end).encode(self.encoding))
        return text.count("\n") - self.has_header
