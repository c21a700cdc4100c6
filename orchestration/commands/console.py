"""What commands print with: a console that a run's own log capture cannot redirect."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

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
