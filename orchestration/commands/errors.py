"""Turns whatever goes wrong into one plain sentence, the next step and an exit code."""

from __future__ import annotations

import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from orchestration.errors import PlainError

DEBUG_VARIABLE = "PEOPLE_PLAN_DEBUG"
FAILED = 1
INTERRUPTED = 130


class PlainGroup(TyperGroup):
    """A group of commands that never shows a traceback unless `PEOPLE_PLAN_DEBUG=1` asks for it."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command; what it raises becomes a sentence on standard error."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            _say("Stopped.", "Nothing half done is shown; run the same command again to go on.")
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            # Whoever read the output has seen enough, as `head` does.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(FAILED) from None
        except Exception as error:
            if os.environ.get(DEBUG_VARIABLE) == "1" or _is_for_the_parser(error):
                raise
            problem, next_step, code = explain(error)
            _say(problem, next_step)
            raise typer.Exit(code) from None


def explain(error: Exception) -> tuple[str, str, int]:
    """What went wrong, what to do next, and the exit code."""
    if isinstance(error, PlainError):
        return error.problem, error.next_step, error.exit_code
    fix = getattr(error, "fix", None)
    if fix:
        where = f"{getattr(error, 'file', '')}: {getattr(error, 'key', '')}".strip(": ")
        return (
            f"{where}: {getattr(error, 'problem', error)}.",
            f"{fix[:1].upper()}{fix[1:]}.",
            FAILED,
        )
    if isinstance(error, OSError) and error.filename:
        return f"{error.strerror}: {error.filename}.", "Correct this and try again.", FAILED
    return (
        f"Something unforeseen happened: {type(error).__name__}: {_first_line(error)}",
        f"Set {DEBUG_VARIABLE}=1 and run the same command again to see where.",
        FAILED,
    )


def _is_for_the_parser(error: Exception) -> bool:
    # Usage errors and exits of the command-line parser have their own messages and codes.
    return hasattr(error, "exit_code") and not isinstance(error, PlainError)


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else ""


def _say(problem: str, next_step: str) -> None:
    print(f"{problem}\n{next_step}", file=sys.stderr)
