"""`people-plan plan`: build all but the edition, and say what the edition would change.

Nothing here loads Dagster or dbt until it is known that there is work for them.
"""

from __future__ import annotations

import dataclasses
import getpass
from collections.abc import Sequence

import duckdb
import typer
from rich.console import Console
from rich.text import Text

from orchestration import clock
from orchestration.catalogue import Catalogue, load_catalogue
from orchestration.commands.console import console, write_json
from orchestration.commands.errors import FAILED
from orchestration.commands.intake import NOTHING_NEW, refuse_empty, take_in
from orchestration.commands.plan_report import print_plan
from orchestration.edition import current_edition, present_inputs, recorded_inputs
from orchestration.edition.acknowledgements import acknowledge as put_on_record
from orchestration.edition.acknowledgements import acknowledged
from orchestration.edition.contents import attach_build
from orchestration.edition.ledger import built_inputs
from orchestration.edition.model import Edition
from orchestration.edition.own_record import standing_edition
from orchestration.edition.plan import Plan, compare
from orchestration.edition.plan.tables import TableChange, compare_tables
from orchestration.edition.staleness import Stale, stale
from orchestration.errors import WRONG_USAGE, PlainError
from orchestration.home import Home
from orchestration.lock import exclusive

STANDARD_OUTPUT, STANDARD_ERROR = 1, 2


def run(*, limit: int, is_json: bool) -> None:
    """Build what is out of date, but no edition, and print the plan; publish nothing.

    Exits with 1 where the build failed, so that there is nothing to compare.
    """
    home = Home.from_environment().create()
    catalogue = load_catalogue()
    # Programs read the answer from standard output: progress goes elsewhere then.
    with (
        console(STANDARD_ERROR if is_json else STANDARD_OUTPUT) as out,
        exclusive(home.lock, purpose="people-plan plan", on_wait=out.print),
    ):
        refuse_empty(home)
        take_in(home, catalogue, clock.now(), out)
        present, edition = present_inputs(home, catalogue), current_edition(home)
        is_new = edition is None or recorded_inputs(home, edition) != present
        plan = Plan()
        tables: tuple[TableChange, ...] = ()
        if is_new:
            work = stale(present, built_inputs(home))
            if not work.is_nothing:
                _build(catalogue, home, work, out)
            plan, tables = _compared(home, limit)
        if is_json:
            _write(edition, plan, tables, is_new=is_new)
        elif is_new:
            print_plan(edition, plan, tables, out)
        else:
            out.print(NOTHING_NEW)


def acknowledge(hold_ids: Sequence[str], *, reason: str | None, by: str | None) -> None:
    """Put on record why holds may pass. Raises `PlainError` where one of them is not held now."""
    home = Home.from_environment().create()
    with (
        console() as out,
        exclusive(home.lock, purpose="people-plan plan --acknowledge", on_wait=out.print),
    ):
        edition = current_edition(home)
        plan = _compared(home, 0)[0] if edition and home.warehouse.exists() else Plan()
        holds = {hold.hold_id: hold for hold in plan.holds}
        strangers = sorted(set(hold_ids) - set(holds))
        if strangers or edition is None:
            waiting = ", ".join(hold.hold_id for hold in plan.waiting)
            raise PlainError(
                f"Not held: {', '.join(strangers or hold_ids)}.",
                f"What is held: {waiting}."
                if waiting
                else "Nothing is held in what was built last; `people-plan plan` looks again.",
                exit_code=WRONG_USAGE,
            )
        for hold_id in dict.fromkeys(hold_ids):
            path = put_on_record(
                home,
                holds[hold_id],
                reason=reason or "",
                by=by or getpass.getuser(),
                now=clock.now(),
                edition_id=edition.edition_id,
            )
            out.print(Text(f"On record: {path}"), soft_wrap=True)
        left = len(plan.waiting) - len({*hold_ids} & {hold.hold_id for hold in plan.waiting})
        out.print(
            f"{left} more are held: `people-plan plan` shows them."
            if left
            else "Nothing is held any more. Next: people-plan build"
        )


def _build(catalogue: Catalogue, home: Home, work: Stale, out: Console) -> None:
    # Dagster and dbt take seconds to import: only now is it known that they are needed.
    from orchestration.commands.dagster_run import run_in_dagster  # noqa: PLC0415
    from orchestration.commands.selection import keys_before_edition  # noqa: PLC0415

    outcome = run_in_dagster(home, keys_before_edition(catalogue, work), out)
    if outcome.reasons:
        out.print(f"\n[red]Nothing to compare.[/] Run {outcome.run_id[:8]} failed:")
        for reason in outcome.reasons:
            out.print(Text(f"  {reason}"))
        out.print("Correct the cause and plan again; `people-plan dev` shows the run.")
        raise typer.Exit(FAILED)


def _compared(home: Home, limit: int) -> tuple[Plan, tuple[TableChange, ...]]:
    with duckdb.connect() as connection, standing_edition(connection, home) as before:
        attach_build(connection, home.warehouse)
        plan = compare(
            connection, now="build", before=before, acknowledged=acknowledged(home), limit=limit
        )
        return plan, compare_tables(connection, now="build", before=before)


def _write(
    edition: Edition | None, plan: Plan, tables: Sequence[TableChange], *, is_new: bool
) -> None:
    write_json(
        {
            "edition_id": edition.edition_id if edition else None,
            "is_new": is_new,
            **dataclasses.asdict(plan),
            "tables": [dataclasses.asdict(one) for one in tables],
        }
    )
