"""`people-plan scorecard`: a measure in three lines, England, within 80 columns; or as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import duckdb
from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from orchestration.commands.console import console
from orchestration.commands.edition import open_edition
from orchestration.commands.scorecard_rows import Measure, asked, measures
from orchestration.commands.sql import stream
from orchestration.errors import PlainError
from orchestration.home import Home

WIDTH = 80
# What stands below a label of Annex A, "14(ii)" the longest, begins here.
INDENT = 8
BETWEEN = " · "
BY_CHAPTER = ("annex", "chapter")
STYLES = {"improving": "green", "deteriorating": "red", "late": "red", "due": "yellow"}
FOOT = "select bool_or(is_synthetic), max(status_on) from marts.scorecard"


def run(chapters: Sequence[str], order: str, answer_format: str) -> None:
    """Print the scorecard: `table` for people; `csv` and `json` with every column of the mart."""
    home = Home.from_environment()
    with open_edition(home) as connection:
        query = asked(connection, chapters, order)
        if answer_format == "table":
            with console() as out:
                _print(home, connection, query, out, has_chapters=order in BY_CHAPTER)
        else:
            stream(connection, query, answer_format)


def print_scorecard(home: Home, out: Console) -> None:
    """The whole scorecard by chapters; a sentence where the edition is of an earlier version."""
    with open_edition(home) as connection:
        try:
            query = asked(connection, (), "chapter")
        except PlainError as error:
            out.print(Text(str(error)))
            return
        _print(home, connection, query, out, has_chapters=True)


def _print(
    home: Home,
    connection: duckdb.DuckDBPyConnection,
    query: str,
    out: Console,
    *,
    has_chapters: bool,
) -> None:
    width = min(WIDTH, out.width)
    chapter = None
    for measure in measures(connection, query):
        if has_chapters and measure.chapter_name != chapter:
            chapter = measure.chapter_name
            out.print()
            out.print(Rule(Text(chapter, style="bold"), align="left", characters="─"), width=width)
        for line in _lines(measure, out, width):
            out.print(line)
    _print_foot(home, connection, out, width)


def _lines(measure: Measure, out: Console, width: int) -> Iterator[Text]:
    """Name and figure; when and how it changed; what to bear in mind. None is wider than that."""
    room = width - INDENT
    figure = Text(measure.figure, style="bold" if measure.has_value else "dim")
    name = Text(measure.measure_name, style="bold" if measure.has_value else "")
    first, *rest = name.wrap(out, room - len(figure) - 2)
    first.rstrip()
    gap = " " * (room - len(first) - len(figure))
    yield Text.assemble(f"{measure.annex_label:<{INDENT}}", first, gap, figure)
    packed = (part for line in _packed(_marks(measure), room) for part in line.wrap(out, room))
    for line in [*rest, *_told(measure).wrap(out, room), *packed]:
        line.rstrip()
        yield Text.assemble(" " * INDENT, line)


def _told(measure: Measure) -> Text:
    text = Text(measure.told or "")
    if measure.direction in ("improving", "deteriorating"):
        verdict = text.plain.rpartition(", ")[2]
        text.stylize(STYLES[measure.direction], len(text) - len(verdict))
    return text


def _marks(measure: Measure) -> list[Text]:
    marks = [Text(mark, style="dim") for mark in measure.marks]
    if measure.freshness:
        style = STYLES.get(measure.freshness_status or "", "dim")
        marks.append(Text(measure.freshness, style=style))
    return marks


def _packed(marks: list[Text], room: int) -> Iterator[Text]:
    """The marks, as many on a line as fit: none is divided that fits on one."""
    line = Text()
    for mark in marks:
        if line and len(line) + len(BETWEEN) + len(mark) > room:
            yield line
            line = Text()
        line = Text.assemble(line, BETWEEN if line else "", mark)
    if line:
        yield line


def _print_foot(
    home: Home, connection: duckdb.DuckDBPyConnection, out: Console, width: int
) -> None:
    out.print()
    is_synthetic, as_of = connection.execute(FOOT).fetchone() or (False, None)
    if is_synthetic:
        made_up = "These figures are made up: the edition holds the synthetic sample."
        _print_wrapped(Text(made_up, style="yellow"), out, width)
    if isinstance(as_of, date):
        told = (
            f"Due or late as of {as_of.day} {as_of:%B %Y}; `people-plan status` says it of today."
        )
        _print_wrapped(Text(told), out, width)
    out.print(f"Edition: {home.edition}", soft_wrap=True)


def _print_wrapped(text: Text, out: Console, width: int) -> None:
    for line in text.wrap(out, width):
        line.rstrip()
        out.print(line)
