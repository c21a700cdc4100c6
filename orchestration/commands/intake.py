"""Takes in what lies in landing and says what became of it; nothing to take in is refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from rich.console import Console
from rich.text import Text

from orchestration.catalogue import Catalogue
from orchestration.errors import WRONG_USAGE, PlainError
from orchestration.home import Home
from orchestration.ingest import FileOutcome, ReceiveReport, receive

NOTHING_NEW = "Nothing new: the edition holds all that was landed."
REFUSED = {"quarantined", "unreadable"}


def refuse_empty(home: Home) -> None:
    """Raises `PlainError` where neither landing nor the archive holds a file."""
    if not any(home.archive.iterdir()) and not any(p.is_file() for p in home.landing.rglob("*")):
        raise PlainError(
            f"Nothing has been landed in {home.landing}.",
            "Put files into <publication_id>/<published_on>/ there, or run `people-plan sample`.",
            exit_code=WRONG_USAGE,
        )


def take_in(home: Home, catalogue: Catalogue, now: datetime, out: Console) -> None:
    """Receive the landing folder; print how many files are held, and each that was refused."""
    with out.status("Looking through landing ...") as status:
        report = receive(
            home,
            catalogue,
            today=now.date(),
            now=now,
            progress=lambda done, total, name: status.update(
                Text(f"Taking in {done + 1} of {total}: {name}")
            ),
        )
    out.print(summary(report))
    print_refused([one for one in report.outcomes if one.status in REFUSED], out)


def summary(report: ReceiveReport) -> str:
    """How many files arrived, and how many of them are what; copies of a file count once."""
    files = {one.file_id or one.landed_as: one.status for one in report.outcomes}
    counts = Counter(status.replace("_", " ") for status in files.values())
    held = ", ".join(f"{count} {status}" for status, count in sorted(counts.items()))
    return f"Landing: {report.new_arrivals} new arrivals. Files held: {held or 'none'}."


def print_refused(refused: Sequence[FileOutcome], out: Console) -> None:
    """Each refused file with its reason and the next step."""
    for outcome in refused:
        out.print(Text(f"\nRefused: {outcome.landed_as}", style="yellow"))
        out.print(Text(f"  {outcome.reason}\n  Next: {outcome.next_step}"))
    if refused:
        out.print()
