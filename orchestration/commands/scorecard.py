"""Prints the scorecard of the current edition: a row a measure, England, within 80 columns."""

from __future__ import annotations

import duckdb
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from orchestration.commands.edition import open_edition
from orchestration.home import Home

WIDTH = 80
SCORECARD = """
select
    chapters.chapter_name,
    scorecard.annex_label,
    scorecard.measure_name,
    scorecard.period_label,
    case
        when scorecard.value is null then null
        when scorecard.unit like 'percent%' then format('{:.2f} %', scorecard.value)
        when scorecard.unit = 'gbp' then format('£{:,.0f}', scorecard.value)
        else format('{:,.0f}', scorecard.value)
    end as figure,
    replace(scorecard.availability_status, '_', ' ') as status,
    case
        when scorecard.value is not null and definitions.scorecard_rank > 1
            then definitions.definition_name
    end as other_definition
from marts.scorecard as scorecard
inner join reference.definitions as definitions
    on
        definitions.measure_id = scorecard.measure_id
        and definitions.definition_id = scorecard.definition_id
inner join reference.metrics as metrics on metrics.metric_id = scorecard.metric_id
inner join reference.chapters as chapters on chapters.chapter_id = metrics.primary_chapter_id
order by
    min(metrics.annex_row_seq) over (partition by chapters.chapter_id),
    scorecard.annex_row_seq,
    scorecard.measure_seq
"""


def print_scorecard(home: Home, out: Console) -> None:
    """The newest figure of every measure, and why where there is none.

    A figure by another definition than the first-ranked one says so below its name.
    """
    with open_edition(home) as connection:
        rows = connection.execute(SCORECARD).fetchall()
        is_synthetic = _is_synthetic(connection)
    chapter = None
    table = Table(box=SIMPLE_HEAD, width=min(WIDTH, out.width), pad_edge=False)
    table.add_column("Annex A", min_width=7, no_wrap=True)
    table.add_column("Measure", ratio=1)
    table.add_column("Period", max_width=18)
    table.add_column("England", justify="right", max_width=18)
    for chapter_name, label, measure, period, figure, status, other_definition in rows:
        if chapter_name != chapter:
            chapter = chapter_name
            table.add_section()
            table.add_row("", Text(chapter_name, style="bold"), "", "")
        shown = Text(figure) if figure else Text(status, style="dim")
        named = Text(measure)
        if other_definition:
            named.append(f"\n  by: {other_definition}", style="dim")
        table.add_row(label, named, period or "", shown)
    out.print(table)
    if is_synthetic:
        out.print("[yellow]These figures are made up:[/] the edition holds the synthetic sample.")
    out.print(f"Edition: {home.edition}", soft_wrap=True)


def _is_synthetic(connection: duckdb.DuckDBPyConnection) -> bool:
    found = connection.execute(
        "select coalesce(bool_or(is_synthetic), false) from marts.scorecard"
    ).fetchone()
    return bool(found and found[0])
