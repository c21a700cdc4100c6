"""What commands print with: for people, whatever a run does to its output; for programs, JSON."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import orjson
from rich.console import Console

WIDTH_WITHOUT_TERMINAL = 80


@contextmanager
def console(descriptor: int = 1) -> Iterator[Console]:
    """Print to standard output, or to another descriptor, as it was when the command began.

    While steps run, Dagster points the process's standard output at a log file; a copy of the
    descriptor keeps progress and results on the user's screen.
    """
    sys.stdout.flush()
    is_terminal = os.isatty(descriptor)
    with os.fdopen(os.dup(descriptor), "w", encoding="utf-8") as stream:
        yield Console(
            file=stream,
            force_terminal=is_terminal,
            width=None if is_terminal or "COLUMNS" in os.environ else WIDTH_WITHOUT_TERMINAL,
            highlight=False,
            soft_wrap=False,
        )


def write_json(answer: Mapping[str, Any]) -> None:
    """Write an answer to standard output, for other programs; days as ISO texts."""
    sys.stdout.flush()
    sys.stdout.buffer.write(orjson.dumps(answer, option=orjson.OPT_INDENT_2))
    sys.stdout.buffer.write(b"\n")
