"""What is changed in the rows of a file of any layout, and words that the reason must hold."""

from __future__ import annotations

import re
from collections.abc import Iterable

from orchestration.catalogue.layouts import CrosstabLayout, RecordsLayout
from orchestration.catalogue.rules import TotalOfParts
from tests.faults.damage import Rows
from tests.faults.subjects import Declared, Subject

PERCENTAGE = re.compile(r"(^|_)(pct|percent|percentage|share|rate)(_|$)")


class NothingToDamageError(Exception):
    """The sample file has nothing that this kind of damage could happen to."""


def cut_in_half(subject: Subject, rows: Rows) -> str:
    # Rather before the middle, where a year or a body seldom ends.
    last = subject.body[int(len(subject.body) * 0.47)]
    del rows[last : subject.body.stop]
    return ""


def nothing_below_the_header(subject: Subject, rows: Rows) -> str:
    del rows[subject.body.start : subject.body.stop]
    return ""


def another_sheet(_subject: Subject, rows: Rows) -> str:
    rows[:] = [["Contents"], ["The figures are on another page of our website"]]
    return ""


def heading_renamed(subject: Subject, rows: Rows) -> str:
    rows[subject.header][_named_places(subject)[-1]] = "Something else"
    return "" if subject.match.headings else "Something else"


def column_missing(subject: Subject, rows: Rows) -> str:
    place = _named_places(subject)[-1]
    for row in rows[subject.header : subject.body.stop]:
        del row[place : place + 1]
    return "" if subject.match.headings else "missing"


def figures_exchanged(subject: Subject, rows: Rows) -> str:
    """The headings of two columns of numbers change places; the values below them stay."""
    filled = _filled_numbers(subject)
    if len(filled) < 2:
        raise NothingToDamageError("fewer than two columns of numbers are filled")
    one, other = (subject.places[name] for name in filled[:2])
    head = rows[subject.header]
    head[one], head[other] = head[other], head[one]
    return ""


def headings_exchanged(subject: Subject, rows: Rows) -> str:
    """Two headings of a cross-table change places, or those of two kinds of column."""
    head = rows[subject.header]
    if subject.match.headings:
        texts = {head[position - 1]: position - 1 for position, _ in subject.match.headings}
        one, other = list(texts.values())[:2]
    else:
        one = next(subject.places[name] for name in subject.declared.checked)
        other = next(
            place
            for name, place in subject.places.items()
            if place != one
            and type(subject.declared.table.columns[name])
            is not type(subject.declared.table.columns[subject.declared.checked[0]])
        )
    head[one], head[other] = head[other], head[one]
    return ""


def text_in_a_number(subject: Subject, rows: Rows) -> str:
    column = _filled_numbers(subject)[0]
    number = subject.filled_row(column)
    rows[number][subject.places[column]] = "n/k"
    return f"row {number + 1}"


def text_in_a_day(subject: Subject, rows: Rows) -> str:
    column = next(name for name in subject.declared.days if name in subject.places)
    filled = [n for n in subject.body if rows[n][subject.places[column]].strip()]
    rows[filled[len(filled) // 2]][subject.places[column]] = "April 31st"
    return f"row {filled[len(filled) // 2] + 1}"


def row_that_conflicts(subject: Subject, rows: Rows) -> str:
    column = _filled_numbers(subject)[0]
    number = subject.filled_row(column)
    again = list(rows[number])
    for place in subject.spread(column):
        if again[place].replace(",", "").replace(".", "").isdigit():
            again[place] = "1" if again[place] != "1" else "0"
    rows.insert(number + 1, again)
    return str(number + 2)


def captured_line_gone(subject: Subject, rows: Rows) -> str:
    for row in rows[: subject.header]:
        row[:] = ["" for _ in row]
    return ""


def captured_year_of_before(subject: Subject, rows: Rows) -> str:
    for row in rows[: subject.header]:
        row[:] = [re.sub(r"\b20(\d\d)", lambda year: f"19{year[1]}", cell) for cell in row]
    return ""


def percentages_as_fractions(subject: Subject, rows: Rows) -> str:
    return _scaled(subject, rows, 0.01)


def fractions_as_percentages(subject: Subject, rows: Rows) -> str:
    return _scaled(subject, rows, 100)


def total_that_does_not_add_up(subject: Subject, rows: Rows) -> str:
    rule = next(totals(subject.declared))
    column = next(name for name in rule.of if subject.spread(name))
    names = {rows[number][subject.places[rule.column]].strip().lower() for number in subject.body}
    if names == {rule.total.lower()}:
        raise NothingToDamageError("there are totals only")
    for number in subject.body:
        if rows[number][subject.places[rule.column]].strip().lower() == rule.total.lower():
            for place in subject.spread(column):
                cell = rows[number][place].replace(",", "")
                if cell.replace(".", "").isdigit():
                    rows[number][place] = str(float(cell) + 1000).removesuffix(".0")
    return "total_of_parts"


def example_left_in(subject: Subject, rows: Rows) -> str:
    """Whoever filled in the template left the example's rows in, which are marked."""
    template = subject.declared.publication.template
    assert template
    mark = (subject.match.synthetic_position or 0) - 1
    for number in subject.body:
        rows[number][mark] = ""
    for example in template.example:
        row = [""] * len(rows[subject.header])
        for column, value in example.items():
            row[subject.places[column]] = value
        row[mark] = "true"
        rows.insert(subject.body.stop, row)
    return "marked synthetic"


def _named_places(subject: Subject) -> list[int]:
    """The cells of the header that a layout cannot do without."""
    layout = subject.declared.layout
    if isinstance(layout, RecordsLayout):
        return list(subject.places.values())
    assert isinstance(layout, CrosstabLayout)
    if layout.has_named_labels:
        named = {label.column for label in layout.labels if label.header and not label.is_optional}
        return [subject.places[name] for name in subject.places if name in named]
    return [
        position - 1
        for position, texts in subject.match.headings
        if texts[-1] in layout.headings[-1].includes
    ]


def _filled_numbers(subject: Subject) -> list[str]:
    """Columns of numbers that have some in this file."""
    return [
        name
        for name in subject.declared.numbers
        if name in subject.places
        and any(subject.rows[number][subject.places[name]].strip() for number in subject.body)
    ]


def _scaled(subject: Subject, rows: Rows, factor: float) -> str:
    for column in filter(PERCENTAGE.search, subject.declared.numbers):
        for number in subject.body:
            for place in subject.spread(column):
                cell = rows[number][place]
                if cell.replace(".", "").isdigit():
                    rows[number][place] = f"{float(cell) * factor:.6g}"
    return ""


def totals(declared: Declared) -> Iterable[TotalOfParts]:
    return (
        rule
        for rule in (*declared.table.rules, *declared.layout.rules)
        if isinstance(rule, TotalOfParts) and set(rule.columns) <= set(declared.layout.columns)
    )
