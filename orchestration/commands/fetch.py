"""`people-plan fetch`: brings new files of publishers into landing, and says what came."""

from __future__ import annotations

from collections.abc import Sequence

import typer
from rich.console import Console
from rich.text import Text

from orchestration import clock
from orchestration.catalogue import load_catalogue
from orchestration.commands.console import console
from orchestration.commands.errors import FAILED
from orchestration.fetch import (
    Failure,
    FetchReport,
    fetch_publication,
    fetchable,
    open_web,
    require_fetchable,
)
from orchestration.home import Home

DAY_UNKNOWN = "day of publication unknown: the day it is received will be assumed"


def run(publication_ids: Sequence[str], *, is_check: bool) -> None:
    """Fetch the publications named, or all that can be; exits with 1 where an address failed."""
    home = Home.from_environment().create()
    catalogue = load_catalogue()
    names = list(dict.fromkeys(publication_ids)) or fetchable(catalogue)
    for name in names:
        require_fetchable(catalogue, name)
    reports = []
    with console() as out, open_web() as web:
        for name in names:
            with out.status(f"Fetching {name} ..."):
                report = fetch_publication(
                    home,
                    catalogue,
                    name,
                    now=clock.now(),
                    web=web,
                    is_check=is_check,
                    on_wait=out.print,
                )
            _print(report, out)
            reports.append(report)
        if any(report.brought for report in reports):
            out.print("Next: people-plan build")
    if any(report.failures for report in reports):
        raise typer.Exit(FAILED)


def _print(report: FetchReport, out: Console) -> None:
    counts = {
        "to bring": len(report.found),
        "brought": len(report.brought),
        "unchanged": len(report.unchanged),
        "failed": len(report.failures),
    }
    said = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    _say(f"{report.publication_id}: {said or 'nothing found'}", out, style="bold")
    for found in report.found:
        day = "" if found.published_on else f" ({DAY_UNKNOWN})"
        _say(f"  {found.url} -> {found.folder}{day}", out)
    for brought in report.brought:
        day = "" if brought.published_on else f" ({DAY_UNKNOWN})"
        _say(f"  landing/{brought.landed_as}: {brought.size_bytes:,} bytes{day}", out)
    for note in report.notes:
        _say(f"  Note: {note}", out, style="yellow")
    _print_failures(report.failures, out)


def _print_failures(failures: Sequence[Failure], out: Console) -> None:
    """Each reason once, with the addresses that share it."""
    for reason, next_step in dict.fromkeys((one.reason, one.next_step) for one in failures):
        for one in failures:
            if (one.reason, one.next_step) == (reason, next_step):
                place = f" (belongs into {one.folder})" if one.folder else ""
                _say(f"  {one.url}{place}", out, style="yellow")
        _say(f"    {reason[:1].upper()}{reason[1:]}.\n    Next: {next_step}", out)


def _say(text: str, out: Console, style: str = "") -> None:
    # Addresses must stay in one piece, and may hold what looks like markup.
    out.print(Text(text, style=style), soft_wrap=True)
