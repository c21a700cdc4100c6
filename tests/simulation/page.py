"""Plays the releases of 2019 to 2026 and writes what came of it: `make simulation`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from orchestration.home import PROJECT_ROOT
from tests.simulation.table import WHOLE, Played, play

PAGE = PROJECT_ROOT / "docs" / "simulation.md"
TITLE = "# Eight years of releases, played"
ABOUT = """
`make simulation` plays what publishers and bodies send, day by day, through the real sensors,
schedule and automation conditions, on a small world of {cast} publications that keep to their real
calendars. Files come early, on time and late, corrected, withdrawn, refused and made good, wrong
until a blocking check is content, as copies, without a folder, and by hand. Every evening the late
list is compared with one worked out apart from it, and every run with what landed that day; in the
end the edition is compared with one rebuild of all files. The command writes this page.
"""
HEAD = "| what | how much |\n|---|---|"


def text(played: Played) -> str:
    """The page."""
    about = ABOUT.format(cast=len(played.publications))
    rows = "\n".join(f"| {what} | {much} |" for what, much in played.rows)
    return f"{TITLE}\n{about}\n{HEAD}\n{rows}\n"


def main() -> None:
    """Play, write the page, print the table; exits with 1 where anything was found."""
    with tempfile.TemporaryDirectory() as folder:
        played = play(Path(folder), WHOLE)
    for what, much in [*played.rows, ("Seconds", f"{played.findings.seconds:.0f}")]:
        print(f"{what:52} {much}")
    for found in played.all_findings:
        print(found)
    if played.all_findings:
        sys.exit(1)
    PAGE.write_text(text(played), "utf-8")


if __name__ == "__main__":
    main()
