"""Takes in what lies in landing and says what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from rich.console import Console

from orchestration.catalogue import Catalogue
from orchestration.home import Home
from orchestration.ingest import FileOutcome, receive


def take_in(home: Home, catalogue: Catalogue, now: datetime, out: Console) -> None:
    """Receive the landing folder; print how many files are held, and each that was refused."""
    with out.status("Looking through landing ..."):
        report = receive(home, catalogue, today=now.date(), now=now)
    counts = Counter(outcome.status.replace("_", " ") for outcome in report.outcomes)
    summary = ", ".join(f"{count} {status}" for status, count in sorted(counts.items()))
    out.print(f"Landing: {summary or 'no files'}.")
    print_refused([one for one in report.outcomes if one.status == "quarantined"], out)


def print_refused(refused: Sequence[FileOutcome], out: Console) -> None:
    """Each refused file with its reason and the next step."""
    for outcome in refused:
        out.print(f"\nRefused: {outcome.landed_as}", style="yellow", markup=False)
        out.print(f"  {outcome.reason}\n  Next: {outcome.next_step}", markup=False)
    if refused:
        out.print()
