"""`people-plan status`: what stands, what it holds, what was refused; reads the edition alone."""

from __future__ import annotations

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from orchestration.commands.console import console
from orchestration.commands.edition import open_edition
from orchestration.edition import current_edition
from orchestration.edition.model import Edition
from orchestration.home import Home

METRICS = """
select
    metrics.annex_label,
    metrics.metric_name,
    arg_max(scorecard.period_label, scorecard.period_end) as period_label,
    max(scorecard.published_on)::varchar as published_on,
    count(*) filter (scorecard.value is not null) as observed_count,
    count(*) as measure_count
from reference.metrics as metrics
inner join marts.scorecard as scorecard on scorecard.metric_id = metrics.metric_id
group by metrics.annex_row_seq, metrics.annex_label, metrics.metric_name
order by metrics.annex_row_seq
"""
FILES = """
select
    coalesce(publication_id, '(not recognised)') as publication_id,
    count(*) as received_count,
    count(*) filter (status in ('loaded', 'superseded')) as loaded_count,
    count(*) filter (status = 'quarantined') as quarantined_count,
    count(*) filter (status = 'set_aside') as set_aside_count,
    max(published_on) filter (status in ('loaded', 'superseded'))::varchar as newest_on
from reference.files
group by 1
order by 1
"""


def run() -> None:
    """Print the edition's standing, the newest period of every metric, and the files."""
    home = Home.from_environment()
    with open_edition(home) as connection:
        metrics = connection.execute(METRICS).fetchall()
        files = connection.execute(FILES).fetchall()
    edition = current_edition(home)
    with console() as out:
        _print_metrics(out, metrics)
        _print_files(out, files)
        if edition:
            _print_standing(out, edition)


def _print_metrics(out: Console, rows: list[tuple[object, ...]]) -> None:
    table = _table(out)
    table.add_column("Annex A", no_wrap=True)
    table.add_column("Metric", ratio=1)
    table.add_column("Latest period", no_wrap=True)
    table.add_column("Published", no_wrap=True)
    table.add_column("Measures", justify="right", no_wrap=True)
    for label, name, period, published_on, observed, measures in rows:
        table.add_row(
            str(label),
            str(name),
            str(period or ""),
            str(published_on or ""),
            f"{observed} of {measures}",
        )
    out.print(table)


def _print_files(out: Console, rows: list[tuple[object, ...]]) -> None:
    table = _table(out)
    table.add_column("Files of", ratio=1)
    for heading in ("Received", "Loaded", "Refused", "Set aside", "Newest of"):
        table.add_column(heading, justify="right", no_wrap=True)
    for row in rows:
        table.add_row(*(str(cell or "") if cell != 0 else "0" for cell in row))
    out.print(table)


def _print_standing(out: Console, edition: Edition) -> None:
    out.print(
        f"Edition {edition.edition_id} stands, published "
        f"{edition.published_at:%d %B %Y %H:%M} UTC: {edition.row_count:,} rows of "
        f"{edition.file_count} files."
    )
    for attempt in edition.withheld_later:
        out.print(f"[red]Withheld[/] {attempt.published_at:%d %B %Y %H:%M} UTC:")
        for reason in attempt.reasons:
            out.print(f"  {reason}", markup=False)


def _table(out: Console) -> Table:
    return Table(box=SIMPLE_HEAD, width=min(80, out.width), pad_edge=False)
