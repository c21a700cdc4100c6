"""The one kind of error that people are meant to read: what is wrong, and what to do next."""

from __future__ import annotations

# The exit code of a command that was asked for what there is not.
WRONG_USAGE = 2


class PlainError(Exception):
    """A problem in one sentence, with the next step; commands print both instead of a traceback."""

    def __init__(self, problem: str, next_step: str, *, exit_code: int = 1) -> None:
        super().__init__(problem)
        self.problem = problem
        self.next_step = next_step
        self.exit_code = exit_code

    def __str__(self) -> str:
        return f"{self.problem} {self.next_step}"
