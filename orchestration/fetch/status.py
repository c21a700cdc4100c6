"""What the status of an answer says: here it is, come again, or there is nothing for you."""

from __future__ import annotations

import httpx

from orchestration.fetch.report import FetchError, Source
from orchestration.fetch.retry import TryAgainError, retry_after

GIVEN = (200, 304)
GONE = (404, 410)
REFUSED = (401, 403)
TOO_MANY_REQUESTS = 429
SERVER_ERROR = 500


def require_patience(response: httpx.Response) -> None:
    """Raises `TryAgainError` where the answer may be another one in a while."""
    status = response.status_code
    if status == TOO_MANY_REQUESTS or status >= SERVER_ERROR:
        raise TryAgainError(f"the host answers with {status}", retry_after(response))


def require_answer(response: httpx.Response, source: Source) -> None:
    """Raises `FetchError` where the answer holds nothing that was asked for."""
    status = response.status_code
    if status in GONE:
        raise FetchError(f"nothing is there any more ({status})", source.correct)
    if status in REFUSED:
        raise FetchError(f"the host refuses to give it to a program ({status})", source.by_hand)
    if status not in GIVEN:
        raise FetchError(f"it is answered with {status}", source.correct)
