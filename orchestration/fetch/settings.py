"""How long and how hard a fetch tries, who it says it is, and whether scheduled runs may fetch."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from importlib.metadata import version

from orchestration.ingest.reader.container import MAXIMUM_BYTES

FETCH_VARIABLE = "PEOPLE_PLAN_FETCH"
CONTACT_VARIABLE = "PEOPLE_PLAN_CONTACT"
DISTRIBUTION = "people-plan-warehouse"


@dataclass(frozen=True)
class Limits:
    """Bounds of every request. Times are seconds, sizes bytes.

    `total_seconds` holds for one address with all its attempts. `pause_seconds` lie between two
    requests to one host; a host may ask for more, up to `longest_pause_seconds`.
    `allows_http_on_loopback` is for tests that serve from this machine.
    """

    connect_seconds: float = 10
    read_seconds: float = 30
    total_seconds: float = 900
    attempts: int = 4
    first_wait_seconds: float = 1
    longest_wait_seconds: float = 120
    pause_seconds: float = 1
    longest_pause_seconds: float = 30
    redirects: int = 5
    page_bytes: int = 10 << 20
    # What is larger would be refused when it is read.
    file_bytes: int = MAXIMUM_BYTES
    allows_http_on_loopback: bool = False


def is_enabled() -> bool:
    """Whether scheduled runs may fetch: `PEOPLE_PLAN_FETCH=1`. The command fetches regardless."""
    return os.environ.get(FETCH_VARIABLE) == "1"


def user_agent() -> str:
    """Who asks: the warehouse, its version, and whom to write to if `PEOPLE_PLAN_CONTACT` says."""
    # A header holds printable ASCII; anything else in the variable would break the request.
    contact = re.sub(r"[^\x20-\x7e]", "", os.environ.get(CONTACT_VARIABLE, "")).strip()
    name = f"{DISTRIBUTION}/{version(DISTRIBUTION)}"
    return f"{name} (+{contact})" if contact else name
