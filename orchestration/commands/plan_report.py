"""Prints a plan: counts by mart and metric, the largest changes, and what is held and why."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from orchestration.edition.model import Edition
from orchestration.edition.plan import KINDS, Change, Hold, Plan
from orchestration.edition.plan.tables import TableChange
from orchestration.edition.plan.words import cells, figure, in_words

WIDTH = 100


def print_plan(
    edition: Edition | None, plan: Plan, tables: Sequence[TableChange], out: Console
) -> None:
    """What an edition of this build would change, and what to do next."""
    out.print(
        f"\nCompared with edition {edition.edition_id}."
        if edition
        else "\nNo edition stands yet: all of it would be new, and nothing can be held."
    )
    _print_counts(plan, out)
    if plan.largest:
        _print_largest(plan.largest, out)
    for one in tables:
        out.print(f"{one.table}: {one.new_rows:,} rows new or changed, {one.gone_rows:,} gone.")
    for hold in plan.holds:
        _print_hold(hold, out)
    out.print(
        "\n[red]Held:[/] an edition would be withheld until these are acknowledged or corrected."
        if plan.waiting
        else "\nNothing is held. Next: people-plan build"
    )


def _print_counts(plan: Plan, out: Console) -> None:
    kinds = [kind for kind in KINDS if plan.count(kind)]
    if not kinds:
        out.print("No figure changes.")
        return
    table = _table(out)
    table.add_column("Metric", ratio=1)
    for kind in kinds:
        table.add_column(kind.replace("_", " ").capitalize(), justify="right")
    for mart, in_mart in groupby(sorted(plan.counts, key=lambda one: one.mart or ""), _mart):
        table.add_section()
        table.add_row(Text(mart, style="bold"))
        for metric_id, counts in groupby(in_mart, lambda one: one.metric_id):
            cells = {one.change: one.cell_count for one in counts}
            row = (f"{cells[kind]:,}" if kind in cells else "" for kind in kinds)
            table.add_row(metric_id, *row)
    out.print(table)


def _mart(one: object) -> str:
    return getattr(one, "mart", None) or "no mart"


def _print_largest(changes: Sequence[Change], out: Console) -> None:
    out.print("The largest changes:")
    table = _table(out)
    table.add_column("Measure", ratio=3, overflow="fold")
    table.add_column("Period", no_wrap=True)
    table.add_column("Where", ratio=2, overflow="fold")
    table.add_column("From", justify="right", no_wrap=True)
    table.add_column("To", justify="right", no_wrap=True)
    table.add_column("Release", ratio=2, overflow="fold")
    for one in changes:
        parts = [] if one.breakdown_type == "all" else [one.breakdown_value]
        table.add_row(
            f"{one.measure_id}, {one.unit}\nby: {one.definition_id}",
            f"{one.period_start}\n{one.period_end}",
            "\n".join([one.geography_level, one.organisation_code, *parts]),
            figure(one.former_value, one.former_status),
            figure(one.value, one.status),
            f"{one.publication_id}\n{one.published_on or ''}".strip(),
        )
    out.print(table)


def _print_hold(hold: Hold, out: Console) -> None:
    release = f" of {hold.published_on}" if hold.published_on else ""
    said = "acknowledged" if hold.is_acknowledged else "held"
    out.print(
        Text(
            f"\n{hold.publication_id}{release}: {cells(hold.cell_count)} {hold.change} "
            f"({hold.england_count:,} of England), {said}: {hold.held_as}.",
            style="" if hold.is_acknowledged else "yellow",
        )
    )
    for one in hold.largest:
        out.print(Text(f"  {in_words(one)}"))
    if not hold.is_acknowledged:
        command = f'people-plan plan --acknowledge {hold.hold_id} --reason "..."'
        out.print(Text(f"  To let it through: {command}"), soft_wrap=True)


def _table(out: Console) -> Table:
    return Table(box=SIMPLE_HEAD, width=min(WIDTH, out.width), pad_edge=False)
