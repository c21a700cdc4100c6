"""What time it is: the machine's, or the moment that `PEOPLE_PLAN_NOW` names.

Everything that asks for the time asks here, so that a day of the past or of the future can be
looked at, and years can be played in seconds.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from orchestration.errors import PlainError

NOW_VARIABLE = "PEOPLE_PLAN_NOW"


def now() -> datetime:
    """The moment, in UTC. Raises `PlainError` where the variable names none."""
    stated = os.environ.get(NOW_VARIABLE)
    if not stated:
        return datetime.now(UTC)
    try:
        moment = datetime.fromisoformat(stated)
    except ValueError:
        raise PlainError(
            f"{NOW_VARIABLE} is {stated!r}, which is no moment.",
            "Write it as 2024-11-28 or 2024-11-28T09:30, or take it away for the present time.",
        ) from None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def today() -> date:
    """The day, in UTC."""
    return now().date()
