"""Keeps the engine's own bookkeeping at the end of a process off the user's screen."""

from __future__ import annotations

import atexit
import os
import sys

from orchestration.commands.errors import DEBUG_VARIABLE


def quiet_exit() -> None:
    """Let nothing reach standard error once Python itself has ended.

    DuckDB's binding then reports objects that other libraries still hold: true, harmless, and no
    business of whoever built an edition. Everything that Python has to say is said before.
    """
    if os.environ.get(DEBUG_VARIABLE) != "1":
        atexit.register(_close_standard_error)


def _close_standard_error() -> None:
    sys.stderr.flush()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
