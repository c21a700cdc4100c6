"""What a host asks of programs in its robots.txt; fetched by the caller, never by the parser."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.robotparser import RobotFileParser

from orchestration.fetch.settings import DISTRIBUTION

FOUND = 200
ABSENT = range(400, 500)
# As the standard library does: a host that hides its rules does not want to be asked.
HIDDEN = (401, 403)


@dataclass(frozen=True)
class Rules:
    """A host's rules; without `parsed`, `problem` says why nothing may be asked there."""

    parsed: RobotFileParser | None
    problem: str = ""

    @classmethod
    def unknown(cls, reason: str) -> Rules:
        """The rules of a host that could not be asked for them."""
        return cls(None, f"it does not say what programs may ask for ({reason})")

    @classmethod
    def from_answer(cls, status: int, text: str) -> Rules:
        """The rules that an answer to /robots.txt gives; no such file allows everything."""
        if status in HIDDEN or not (status == FOUND or status in ABSENT):
            return cls.unknown(f"robots.txt is answered with {status}")
        parsed = RobotFileParser()
        parsed.parse([] if status in ABSENT else text.splitlines())
        return cls(parsed)

    @property
    def are_known(self) -> bool:
        """Whether the host could be asked for its rules."""
        return self.parsed is not None

    def refusal(self, url: str) -> str | None:
        """Why `url` may not be asked for, None if it may."""
        if self.parsed is None:
            return self.problem
        if self.parsed.can_fetch(DISTRIBUTION, url):
            return None
        return "its robots.txt asks programs to stay away from this"

    @property
    def delay_seconds(self) -> float:
        """The seconds that the host asks for between two requests."""
        delay = self.parsed.crawl_delay(DISTRIBUTION) if self.parsed else None
        return float(delay or 0)
