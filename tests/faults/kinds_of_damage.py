"""The kinds of damage that a file in any layout can suffer, and which layouts can suffer them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from orchestration.catalogue.layouts import CrosstabLayout
from tests.faults import changes
from tests.faults.damage import Rows
from tests.faults.subjects import Declared, Subject, has_header

Change = Callable[[Subject, Rows], str]


@dataclass(frozen=True)
class Kind:
    """A kind of damage. `change` edits a copy of the rows and says what the reason must name."""

    name: str
    happens_to: Callable[[Declared], bool]
    change: Change

    def done_to(self, subject: Subject) -> tuple[bytes, str]:
        book = subject.book.to_change(subject.sheet)
        words = self.change(subject, book.sheets[subject.sheet])
        if book == subject.book:
            raise changes.NothingToDamageError(self.name)
        return book.written(), words


def _has_named_headings(declared: Declared) -> bool:
    layout = declared.layout
    if isinstance(layout, CrosstabLayout):
        return layout.has_named_labels or bool(layout.headings[-1].includes)
    return has_header(declared)


def _has_percentages(declared: Declared) -> bool:
    return any(map(changes.PERCENTAGE.search, declared.numbers))


def _has_two_kinds(declared: Declared) -> bool:
    if isinstance(declared.layout, CrosstabLayout):
        return True
    return has_header(declared) and bool(declared.checked)


def _has_key_and_numbers(declared: Declared) -> bool:
    return bool(declared.table.key and declared.numbers)


KINDS = [
    Kind("cut in half", lambda _: True, changes.cut_in_half),
    Kind("nothing below the header", has_header, changes.nothing_below_the_header),
    Kind("another sheet", lambda _: True, changes.another_sheet),
    Kind("heading renamed", _has_named_headings, changes.heading_renamed),
    Kind("column missing", _has_named_headings, changes.column_missing),
    Kind("headings exchanged", _has_two_kinds, changes.headings_exchanged),
    Kind(
        "figures exchanged",
        lambda d: d.layout.shape == "records" and len(d.numbers) > 1,
        changes.figures_exchanged,
    ),
    Kind("text in a number", lambda d: bool(d.numbers), changes.text_in_a_number),
    Kind("text in a day", lambda d: bool(d.days), changes.text_in_a_day),
    Kind("row that conflicts", _has_key_and_numbers, changes.row_that_conflicts),
    Kind("captured line gone", lambda d: bool(d.layout.captured), changes.captured_line_gone),
    Kind(
        "captured year of before",
        lambda d: bool(d.layout.captured),
        changes.captured_year_of_before,
    ),
    Kind("percentages as fractions", _has_percentages, changes.percentages_as_fractions),
    Kind("fractions as percentages", _has_percentages, changes.fractions_as_percentages),
    Kind("total wrong", lambda d: any(changes.totals(d)), changes.total_that_does_not_add_up),
    Kind("example left in", lambda d: d.is_return, changes.example_left_in),
]
