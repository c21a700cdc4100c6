"""`people-plan build`: take in, build what is out of date, publish, show the scorecard.

Nothing here loads Dagster or dbt until it is known that there is work for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.text import Text

from orchestration import clock
from orchestration.catalogue import Catalogue, load_catalogue
from orchestration.commands.console import console
from orchestration.commands.errors import FAILED
from orchestration.commands.intake import NOTHING_NEW, refuse_empty, take_in
from orchestration.commands.scorecard import print_scorecard
from orchestration.edition import current_edition, present_inputs, recorded_inputs
from orchestration.edition.ledger import built_inputs
from orchestration.edition.staleness import Stale, stale
from orchestration.home import Home
from orchestration.lock import exclusive

if TYPE_CHECKING:
    from orchestration.commands.dagster_run import Outcome


def run(*, select: str | None, is_full: bool) -> None:
    """Build under the home's lock; exits with 1 where the edition was withheld."""
    home = Home.from_environment().create()
    catalogue = load_catalogue()
    with (
        console() as out,
        exclusive(home.lock, purpose="people-plan build", on_wait=out.print),
    ):
        refuse_empty(home)
        take_in(home, catalogue, clock.now(), out)
        present = present_inputs(home, catalogue)
        edition = current_edition(home)
        is_asked_for = is_full or select is not None
        if edition and not is_asked_for and recorded_inputs(home, edition) == present:
            out.print(f"{NOTHING_NEW}\n")
        else:
            work = Stale(is_everything=True) if is_full else stale(present, built_inputs(home))
            _build(home, catalogue, select, work, out)
        if current_edition(home):
            print_scorecard(home, out)


def _build(home: Home, catalogue: Catalogue, select: str | None, work: Stale, out: Console) -> None:
    # Dagster and dbt take seconds to import: only now is it known that they are needed.
    from orchestration.commands.dagster_run import run_in_dagster  # noqa: PLC0415
    from orchestration.commands.selection import chosen_keys  # noqa: PLC0415

    outcome = run_in_dagster(home, chosen_keys(catalogue, select, work), out)
    if outcome.reasons:
        _say_withheld(home, outcome, out)
        raise typer.Exit(FAILED)
    if not outcome.is_published:
        out.print("Built what was selected; the edition was not part of it and stands as it was.")


def _say_withheld(home: Home, outcome: Outcome, out: Console) -> None:
    out.print(f"\n[red]Withheld.[/] Run {outcome.run_id[:8]} failed:")
    for reason in outcome.reasons:
        out.print(Text(f"  {reason}"))
    edition = current_edition(home)
    stands = f"Edition {edition.edition_id} stands" if edition else "No edition stands yet"
    out.print(f"{stands}. Correct the cause and build again; `people-plan dev` shows the run.")
