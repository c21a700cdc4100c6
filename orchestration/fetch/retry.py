"""When to ask again: growing waits with jitter, and what the host itself asks for."""

from __future__ import annotations

import math
import random
from datetime import datetime
from email.utils import parsedate_to_datetime

import httpx

from orchestration.fetch.settings import Limits


class TryAgainError(Exception):
    """An attempt that failed in a way that may pass. `after` is the wait the host asks for."""

    def __init__(self, reason: str, after: float | None = None) -> None:
        super().__init__(reason)
        self.reason, self.after = reason, after


def wait_seconds(attempt: int, limits: Limits, after: float | None) -> float:
    """The wait after that attempt, the first being 1: doubled each time, half of it jitter."""
    doubled = math.ldexp(limits.first_wait_seconds, attempt - 1)
    longest = min(doubled, limits.longest_wait_seconds)
    return max(longest * random.uniform(0.5, 1), after or 0)


def retry_after(response: httpx.Response) -> float | None:
    """The seconds that a host asks for, None if it does not say or says it unreadably.

    A date is measured from the host's own clock, so that ours may be wrong.
    """
    text = response.headers.get("retry-after", "").strip()
    if text.isdecimal():
        return float(text)
    until, since = _moment(text), _moment(response.headers.get("date", ""))
    return max((until - since).total_seconds(), 0) if until and since else None


def said(error: httpx.RequestError, limits: Limits) -> str:
    """What kept an answer from coming, in words."""
    if isinstance(error, httpx.ConnectTimeout):
        return f"no connection within {limits.connect_seconds:g} seconds"
    if isinstance(error, httpx.TimeoutException):
        return f"no answer within {limits.read_seconds:g} seconds"
    return str(error) or type(error).__name__


def _moment(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None
