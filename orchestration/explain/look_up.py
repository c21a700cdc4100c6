"""Says what comes close where an edition has no such thing."""

from __future__ import annotations

from orchestration.errors import WRONG_USAGE, PlainError

SHOWN = 8


def unclear(problem: str, choices: list[str], lead: str = "Did you mean one of: ") -> PlainError:
    """An error that names what comes close, or where to look."""
    more = f" and {len(choices) - SHOWN} more" if len(choices) > SHOWN else ""
    step = (
        f"{lead}{', '.join(choices[:SHOWN])}{more}."
        if choices
        else (
            '`people-plan sql "from reference.measures"` lists measures, '
            "`from reference.organisations` organisations."
        )
    )
    return PlainError(problem, step, exit_code=WRONG_USAGE)
