"""The command `people-plan`: what each command is called and takes; a module of its own runs it.

Those modules are imported when their command runs, so that help and errors are instant.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from orchestration.commands.errors import PlainGroup

app = typer.Typer(
    name="people-plan",
    cls=PlainGroup,
    help="The metrics of the NHS People Plan, from published files to audited marts.",
    epilog="Everything lies below PEOPLE_PLAN_HOME (default ./data).",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Scale(StrEnum):
    """How much of a sample is written."""

    SMALL = "small"
    NATIONAL = "national"


class Format(StrEnum):
    """How the answer to a query is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class Order(StrEnum):
    """What the scorecard is sorted by."""

    CHAPTER = "chapter"
    ANNEX = "annex"
    CHANGE = "change"
    FRESHNESS = "freshness"
    NAME = "name"


@app.command()
def build(
    select: Annotated[
        str | None,
        typer.Option(
            metavar="WHAT",
            help="A publication and all that depends on it, or a Dagster asset selection such as "
            "'key:\"marts/scorecard\"'. Without it: whatever is out of date.",
        ),
    ] = None,
    full: Annotated[
        bool, typer.Option("--full", help="Build everything, also where nothing is new.")
    ] = False,
) -> None:
    """Take in what was landed, build what depends on it, publish an edition, show the scorecard."""
    from orchestration.commands import build as command  # noqa: PLC0415

    command.run(select=select, is_full=full)


@app.command()
def plan(
    acknowledge: Annotated[
        list[str] | None,
        typer.Option(
            metavar="HOLD_ID",
            help="Let through what is held, for exactly these cells; may be given several times.",
        ),
    ] = None,
    reason: Annotated[
        str | None, typer.Option(help="Why the figures may change: stays on record.")
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who says so; else the user of the machine.")
    ] = None,
    limit: Annotated[
        int, typer.Option(min=0, help="How many of the largest changes to show.")
    ] = 20,
    as_json: Annotated[
        bool, typer.Option("--json", help="Write the plan as JSON to standard output.")
    ] = False,
) -> None:
    """Build all but the edition, and show what the edition would change and what is held."""
    from orchestration.commands import plan as command  # noqa: PLC0415

    if acknowledge:
        command.acknowledge(acknowledge, reason=reason, by=by)
    elif reason or by:
        raise typer.BadParameter("--reason and --by go with --acknowledge HOLD_ID.")
    else:
        command.run(limit=limit, is_json=as_json)


@app.command()
def fetch(
    publication_ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PUBLICATION_ID]...", help="Which; without any, all that can be fetched."
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Only look what there is; land nothing.")
    ] = False,
) -> None:
    """Bring new files of open publications from their publishers into landing."""
    from orchestration.commands import fetch as command  # noqa: PLC0415

    command.run(publication_ids or [], is_check=check)


@app.command()
def status() -> None:
    """Show what the current edition holds, what was refused, and whether a newer was withheld."""
    from orchestration.commands import status as command  # noqa: PLC0415

    command.run()


@app.command()
def scorecard(
    chapter: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="A chapter_id; may be given several times. All without."),
    ] = None,
    sort: Annotated[
        Order,
        typer.Option(
            help="By chapter; as Annex A prints them; what got worse first; what is awaited "
            "longest first; by name."
        ),
    ] = Order.CHAPTER,
    format_: Annotated[
        Format, typer.Option("--format", help="For people; or every column, for other programs.")
    ] = Format.TABLE,
) -> None:
    """Show the latest figure for England of every measure, and what is to be said of it."""
    from orchestration.commands import scorecard as command  # noqa: PLC0415

    command.run(chapter or [], sort.value, format_.value)


@app.command()
def sql(
    query: Annotated[str, typer.Argument(help="One statement of SQL.")],
    format_: Annotated[
        Format, typer.Option("--format", help="How to write the answer.")
    ] = Format.TABLE,
) -> None:
    """Ask the current edition, also while a build runs."""
    from orchestration.commands import sql as command  # noqa: PLC0415

    command.run(query, format_.value)


@app.command()
def explain(
    measure: Annotated[
        str, typer.Argument(help="A measure_id, or a metric_id or label of Annex A that has one.")
    ],
    period: Annotated[
        str, typer.Argument(help="Such as 2024-04, 2024-04-30, 2023/24, 'Q1 2024/25' or latest.")
    ],
    organisation: Annotated[
        str, typer.Argument(metavar="[ORG]", help="A code, or a part of a name.")
    ] = "England",
    *,
    definition: Annotated[
        str | None, typer.Option(help="A definition_id; without it the one that ranks first.")
    ] = None,
    breakdown: Annotated[
        str | None, typer.Option(help="Such as 'staff_group=HCHS doctors'.")
    ] = None,
    level: Annotated[
        str | None, typer.Option(help="A geography level, where a code stands for two.")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DAY", help="The vintage that stood on this day.")
    ] = None,
    rows: Annotated[int, typer.Option(min=0, help="How many source rows to print.")] = 20,
    json: Annotated[bool, typer.Option("--json", help="Everything, for other programs.")] = False,
) -> None:
    """Follow one figure back to its terms and to the rows of the published files."""
    from orchestration.commands import explain as command  # noqa: PLC0415

    command.run(
        measure,
        period,
        organisation,
        definition=definition,
        breakdown=breakdown,
        level=level,
        as_of=as_of,
        shown_rows=rows,
        is_json=json,
    )


@app.command()
def sample(
    scale: Annotated[Scale, typer.Option(help="How much to write.")] = Scale.SMALL,
    seed: Annotated[int, typer.Option(help="The same number gives the same files.")] = 2020,
    if_empty: Annotated[
        bool, typer.Option("--if-empty", help="Do nothing where files have been landed already.")
    ] = False,
) -> None:
    """Write synthetic files, in the published layouts and marked as made up, into landing."""
    from orchestration.commands import sample as command  # noqa: PLC0415

    command.run(scale=scale.value, seed=seed, is_only_if_empty=if_empty)


@app.command()
def template(
    publication_id: Annotated[str, typer.Argument(help="A publication that bodies fill in.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where to write it.")
    ] = Path(),
    force: Annotated[
        bool, typer.Option("--force", help="Write over files that are there already.")
    ] = False,
) -> None:
    """Write the CSV template of a return that is not published, and an example of it."""
    from orchestration.commands import template as command  # noqa: PLC0415

    command.run(publication_id, output, is_forced=force)


@app.command()
def dev(
    port: Annotated[int, typer.Option(help="Where the UI listens.")] = 3000,
    host: Annotated[str, typer.Option(help="Which address it listens on.")] = "127.0.0.1",
) -> None:
    """Serve the Dagster UI: the asset graph, runs, checks; materialise from there."""
    from orchestration.commands import dev as command  # noqa: PLC0415

    command.run(host=host, port=port)
