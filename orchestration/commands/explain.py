"""`people-plan explain`: one figure from the mart back to the rows of the published files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from orchestration.commands.console import console, write_json
from orchestration.commands.edition import open_edition
from orchestration.errors import WRONG_USAGE, PlainError
from orchestration.explain.answer import Explanation, Statement, explain
from orchestration.explain.asked import Question
from orchestration.explain.numbers import number
from orchestration.explain.replay import FIGURES
from orchestration.explain.rows import SourceRow, sums
from orchestration.home import Home

TITLES = {
    "cell": "The figure",
    "definition": "What it means",
    "source": "Where it comes from",
    "models": "Models between",
    "breaks": "Breaks in the series",
    "vintages": "What each release said",
    "marks": "To bear in mind",
}
ROWS_AFTER = "source"


def run(
    measure: str,
    period: str,
    organisation: str,
    *,
    definition: str | None,
    breakdown: str | None,
    level: str | None,
    as_of: str | None,
    shown_rows: int,
    is_json: bool,
) -> None:
    """Print the explanation in sections, or as JSON with every row."""
    question = Question(measure, period, organisation, definition, breakdown, level, _day(as_of))
    home = Home.from_environment()
    with open_edition(home) as edition:
        explanation = explain(home, edition, question)
    if is_json:
        write_json(explanation.as_dict())
        return
    with console() as out:
        print_explanation(explanation, shown_rows, out)


def print_explanation(explanation: Explanation, shown_rows: int, out: Console) -> None:
    """All sections in order; the rows of the files follow what is said of the source."""
    sections = groupby(explanation.statements, key=lambda one: one.section)
    for section, statements in sections:
        out.print(Rule(Text(TITLES[section], style="bold"), align="left", characters="─"))
        out.print(_statements(statements))
        if section == ROWS_AFTER:
            _print_rows(explanation, shown_rows, out)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise PlainError(
            f"'{text}' is not a day.", "Write it as 2024-11-28.", exit_code=WRONG_USAGE
        ) from None


def _statements(statements: Iterable[Statement]) -> Padding:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", max_width=24, overflow="fold")
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    for one in statements:
        table.add_row(
            Text(one.item),
            Text("" if one.amount is None else number(one.amount)),
            Text(one.detail or ""),
        )
    return Padding(table, (0, 0, 1, 1))


def _print_rows(explanation: Explanation, shown_rows: int, out: Console) -> None:
    out.print(Rule(Text("Rows of the published files", style="bold"), align="left", characters="─"))
    for line in _rows(explanation, shown_rows):
        out.print(Padding(line, (0, 0, 0, 1)))
    out.print()


def _rows(explanation: Explanation, shown_rows: int) -> Iterator[Text]:
    if explanation.unfollowed:
        yield Text(explanation.unfollowed)
    rows = explanation.rows
    for part, total, count in sums(rows):
        yield Text(f"{part}: {count} published values, which add up to {number(total)}")
    left = shown_rows
    for _, found in groupby(rows, key=_place):
        members = list(found)
        if left <= 0:
            break
        yield Text.assemble((_where(explanation, members[0]), "bold"))
        for row in members[:left]:
            yield _row(row)
        left -= len(members)
    if len(rows) > shown_rows:
        yield Text(
            f"{shown_rows} of {len(rows)} rows shown; --rows {len(rows)} or --json gives all.",
            style="dim",
        )
    if explanation.consulted:
        consulted = ", ".join(f"{count} of {name}" for name, count in explanation.consulted.items())
        yield Text(
            "Rows that were consulted and give no amount (which organisations there are, where "
            f"they are, which release is the newest): {consulted}.",
            style="dim",
        )


def _place(row: SourceRow) -> tuple[str, str, str | None]:
    return row.raw_table, row.file_id, row.sheet_name


def _where(explanation: Explanation, row: SourceRow) -> str:
    file = explanation.files[row.file_id]
    sheet = f", sheet '{row.sheet_name}'" if row.sheet_name else ""
    return f"{file['received_as']}{sheet}\n  {row.layout_id}, SHA-256 {file['sha256'][:16]}…"


def _row(row: SourceRow) -> Text:
    line = Text(f"  {'cell ' + row.cell if row.cell else 'row ' + str(row.row_number)}: ")
    used = {heading: part for part, headings in row.figures.items() for heading in headings}
    labels = [f"{name} {value}" for name, value in row.published.items() if name not in used]
    line.append(", ".join(labels), style="dim")
    for heading in dict.fromkeys(used):
        parts = [part for part in FIGURES if heading in row.figures.get(part, ())]
        line.append(f"; {heading} ")
        line.append(row.published[heading], style="bold")
        line.append(f" ({', '.join(parts)})")
    if not used:
        line.append(f" (counted in {', '.join(row.figures)})")
    return line
