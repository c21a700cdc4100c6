"""Keeps the engine's own bookkeeping at the end of a run's process off the screen."""

from __future__ import annotations

import atexit
import os
import sys
from functools import cache


@cache
def quiet_exit() -> None:
    """Let nothing reach standard error once Python itself has ended.

    DuckDB's binding then reports objects that other libraries still hold: true, harmless, and of no
    use to anybody who ran a build. Everything that Python has to say is said before.
    """
    atexit.register(_close_standard_error)


def _close_standard_error() -> None:
    sys.stderr.flush()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
