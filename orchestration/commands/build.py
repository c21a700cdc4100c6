"""`people-plan build`: take in, build what is out of date, publish, show the scorecard.

Nothing here loads Dagster or dbt until it is known that there is work for them.
"""

from __future__ import annotations

from datetime import UTC, datetime

import typer
from rich.console import Console

from orchestration.catalogue import Catalogue, load_catalogue
from orchestration.commands.console import console
from orchestration.commands.errors import FAILED, WRONG_USAGE
from orchestration.commands.intake import take_in
from orchestration.commands.scorecard import print_scorecard
from orchestration.edition import Edition, Inputs, current_edition, present_inputs, recorded_inputs
from orchestration.edition.ledger import built_inputs
from orchestration.edition.staleness import Stale, stale
from orchestration.errors import PlainError
from orchestration.home import Home
from orchestration.lock import exclusive


def run(*, select: str | None, is_full: bool) -> None:
    """Build under the home's lock; exits with 1 where the edition was withheld."""
    home = Home.from_environment().create()
    catalogue = load_catalogue()
    with (
        console() as out,
        exclusive(home.lock, purpose="people-plan build", on_wait=out.print),
    ):
        _refuse_empty(home)
        take_in(home, catalogue, datetime.now(UTC), out)
        edition = current_edition(home)
        if edition and not is_full and not select and _is_current(home, catalogue, edition):
            out.print("Nothing new: the edition holds all that was landed.\n")
        else:
            _build(home, catalogue, select, is_full, out)
        print_scorecard(home, out)


def _refuse_empty(home: Home) -> None:
    if not any(home.archive.iterdir()) and not any(p.is_file() for p in home.landing.rglob("*")):
        raise PlainError(
            f"Nothing has been landed in {home.landing}.",
            "Put files into <publication_id>/<published_on>/ there, or run `people-plan sample`.",
            exit_code=WRONG_USAGE,
        )


def _is_current(home: Home, catalogue: Catalogue, edition: Edition) -> bool:
    return present_inputs(home, catalogue) == recorded_inputs(home, edition)


def _build(
    home: Home, catalogue: Catalogue, select: str | None, is_full: bool, out: Console
) -> None:
    # Dagster and dbt take seconds to import: only now is it known that they are needed.
    from orchestration.commands.dagster_run import run_in_dagster  # noqa: PLC0415
    from orchestration.commands.selection import chosen_keys  # noqa: PLC0415

    work = Stale(is_everything=True) if is_full else _work(home, catalogue)
    outcome = run_in_dagster(home, chosen_keys(catalogue, select, work), out)
    if outcome.reasons:
        out.print(f"\n[red]Withheld.[/] Run {outcome.run_id[:8]} failed:")
        for reason in outcome.reasons:
            out.print(f"  {reason}", markup=False)
        edition = current_edition(home)
        stands = f"Edition {edition.edition_id} stands" if edition else "No edition stands yet"
        out.print(f"{stands}. Correct the cause and build again; `people-plan dev` shows the run.")
        raise typer.Exit(FAILED)
    if not outcome.is_published:
        out.print("Built what was selected; the edition was not part of it and stands as it was.")


def _work(home: Home, catalogue: Catalogue) -> Stale:
    built = built_inputs(home) if home.warehouse.exists() else Inputs()
    return stale(present_inputs(home, catalogue), built)
