"""What an edition is, as typed values: its record, what it was built from, what its audit found."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from orchestration.errors import PlainError

Status = Literal["published", "withheld"]


@dataclass(frozen=True)
class Inputs:
    """What a state of the warehouse is computed from, as hashes.

    `code` covers seeds, models, expectations and the audit; `publications` maps each
    publication_id to its loaded files and the code that reads them. An empty value stands for
    "not known", and equals nothing that can be computed.
    """

    code: str = ""
    publications: Mapping[str, str] = field(default_factory=dict)

    @property
    def fingerprint(self) -> str:
        """One hash of all of it: 64 hexadecimal characters."""
        return digest(self.as_dict())

    def as_dict(self) -> dict[str, Any]:
        """The same as plain values, in a stable order."""
        return {"code": self.code, "publications": dict(sorted(self.publications.items()))}


@dataclass(frozen=True)
class Finding:
    """What one rule of the audit found; `detail` is a sentence either way.

    `counts` and `largest` are what it looked at, for those who look closer.
    """

    rule: str
    is_passed: bool
    detail: str
    counts: Mapping[str, int] = field(default_factory=dict)
    largest: tuple[str, ...] = ()


@dataclass(frozen=True)
class Edition:
    """One row of `reference.editions`.

    `published_at` (UTC) is when it was published, or when it was withheld; `reasons` says why.
    Counts and fingerprint are of the edition's content and empty for a withheld one.
    `withheld_later` holds the attempts to replace this edition that failed, oldest first;
    `findings` what its audit found, where it was published just now.
    """

    edition_id: str
    status: Status
    published_at: datetime
    run_id: str | None
    fingerprint: str | None = None
    file_count: int | None = None
    table_count: int | None = None
    row_count: int | None = None
    reasons: tuple[str, ...] = ()
    withheld_later: tuple[Edition, ...] = ()
    findings: tuple[Finding, ...] = ()


class EditionWithheldError(PlainError):
    """The audit refused an edition; the previous one stands and says so."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        self.reasons = tuple(finding.detail for finding in findings if not finding.is_passed)
        super().__init__(
            "The edition was withheld: " + " ".join(self.reasons),
            "The previous edition stands; correct the cause, then run `people-plan build` again.",
        )


def digest(value: Any) -> str:
    """The SHA-256, in hexadecimal, of a value that JSON can hold."""
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()
