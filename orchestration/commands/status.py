"""`people-plan status`: the scorecard, what is due or late and whom to ask, files, the edition."""

from __future__ import annotations

from datetime import date

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from orchestration import clock
from orchestration.catalogue import load_catalogue
from orchestration.commands.console import console
from orchestration.commands.edition import open_edition
from orchestration.commands.scorecard import print_scorecard
from orchestration.edition import current_edition
from orchestration.edition.model import Edition
from orchestration.freshness.standing import Standing, standings
from orchestration.home import Home

STYLES = {"late": "red", "due": "yellow"}
MEASURES = """
select
    metric_id,
    format('{} of {}', count(*) filter (value is not null), count(*)) as observed
from marts.scorecard
group by metric_id
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
    """Print the scorecard, where every metric stands today, the files, and the edition."""
    home, catalogue = Home.from_environment(), load_catalogue()
    with open_edition(home) as connection:
        measures = dict(connection.execute(MEASURES).fetchall())
        files = connection.execute(FILES).fetchall()
    standing = standings(home, catalogue, clock.today())
    edition = current_edition(home)
    with console() as out:
        print_scorecard(home, out)
        _print_metrics(out, standing, measures)
        _print_ours(out, standing)
        _print_files(out, files)
        if edition:
            _print_standing(out, edition)


def _print_metrics(out: Console, standing: list[Standing], measures: dict[str, str]) -> None:
    table = _table(out)
    table.add_column("Annex A", no_wrap=True)
    table.add_column("Metric", ratio=1)
    table.add_column("Newest period", max_width=11)
    table.add_column("Stands", width=22)
    table.add_column("Measures", justify="right", max_width=8)
    for one in standing:
        if one.freshness_level == "metric":
            table.add_row(
                one.annex_label,
                one.subject_name,
                _day(one.latest_period_end) or "none",
                Text(_stands(one), style=STYLES.get(one.freshness_status, "")),
                measures.get(one.subject_id),
            )
    out.print(table)


def _stands(one: Standing) -> str:
    if one.freshness_status == "late":
        return f"{one.words}: ask {one.ask}"
    if one.freshness_status == "due":
        return f"due by {_day(one.awaited_by)}: ask {one.ask}"
    if one.freshness_status == "on_time" and one.awaited_by:
        return f"on time, next by {_day(one.awaited_by)}"
    return one.words


def _print_ours(out: Console, standing: list[Standing]) -> None:
    """What is missing though a file of it is here, and what to do."""
    ours = {one.publication_title: one.freshness_reason for one in standing if one.ask == "us"}
    for title, reason in ours.items():
        out.print(Text(f"Ours to mend: {title}. {reason}\n"))


def _day(day: date | None) -> str:
    return f"{day.day} {day:%b %Y}" if day else ""


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
