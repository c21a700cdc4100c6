"""One era of a table as it is published: where its header is and which column is which."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache, cached_property, lru_cache
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from orchestration.catalogue.columns import Declared, Identifier, Pattern
from orchestration.catalogue.rules import Rule

SYNTHETIC_HEADER = "is synthetic"
SYNTHETIC_FIELD = "synthetic"


@lru_cache(maxsize=1 << 16)
def normalise(text: str | None, *, footnotes: bool = False) -> str:
    """A header as it is compared: case, white space, underscores and byte order marks aside.

    With `footnotes`, digits glued to the end of a word are a note's number and go as well.
    """
    plain = re.sub(r"[\s_\u00a0\ufeff]+", " ", text or "").strip().casefold()
    return re.sub(r"(?<=[a-z)])\d+$", "", plain) if footnotes else plain


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of the catalogue, made once: `re` itself forgets them when there are hundreds."""
    return re.compile(pattern, re.IGNORECASE)


class Header(Declared):
    """One published header: its text, or a pattern for the normalised text."""

    text: str | None = None
    pattern: Pattern | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.text is None) == (self.pattern is None):
            raise ValueError("give the header's text or a pattern, one of the two")
        return self

    def matches(self, normalised: str) -> bool:
        """Whether a header, already normalised, is this one."""
        if self.pattern is not None:
            return compiled(self.pattern).fullmatch(normalised) is not None
        return normalised == normalise(self.text)

    def among(self, normalised: Set[str]) -> set[str]:
        """Those of several headers, already normalised, that are this one."""
        if self.pattern is not None:
            return set(filter(compiled(self.pattern).fullmatch, normalised))
        return {normalise(self.text)} & normalised

    @property
    def shown(self) -> str:
        """How a message names it."""
        return self.text if self.text is not None else f"/{self.pattern}/"


def _header(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


def _headers(value: Any) -> Any:
    return tuple(_header(one) for one in value) if isinstance(value, list) else (_header(value),)


Headers = Annotated[tuple[Header, ...], BeforeValidator(_headers)]


class LayoutBase(Declared):
    """What every layout has. `caption` is a pattern that a line above the table must contain.

    `together_with` names layouts that the same file must also hold, or it is not whole.
    `captured` fills a column from a pattern's first group, found in the lines down to the header.
    `rests_on` says what the layout was written from: a published file, a header known word for
    word, our own design in the publication's manner, or a template that we give out.
    """

    table: Identifier
    description: str
    rests_on: Literal["published_file", "published_header", "our_design", "our_template"]
    caption: Pattern | None = None
    together_with: tuple[Identifier, ...] = ()
    has_footnote_digits: bool = False
    captured: dict[Identifier, Pattern] = Field(default_factory=dict)
    rules: tuple[Rule, ...] = ()

    def normalise(self, text: str | None) -> str:
        """A header as this layout compares it."""
        return normalise(text, footnotes=self.has_footnote_digits)


class RecordsLayout(LayoutBase):
    """One header row, then one record a row. `ignored` headers are known and not loaded."""

    shape: Literal["records"]
    headers: dict[Identifier, Headers] = Field(min_length=1)
    ignored: Headers = ()
    keeps_duplicate_keys: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """The table's columns that this layout fills."""
        return (*self.captured, *self.headers)

    @cached_property
    def _by_text(self) -> dict[str, str]:
        named = [(h.text, c) for c, headers in self.headers.items() for h in headers if h.text]
        return {self.normalise(text): column for text, column in named}

    @cached_property
    def _by_pattern(self) -> list[tuple[Header, str]]:
        return [(h, c) for c, headers in self.headers.items() for h in headers if h.pattern]

    def column_of(self, normalised: str) -> str | None:
        """The column that a header, already normalised, names."""
        column = self._by_text.get(normalised)
        if column is None:
            column = next((c for h, c in self._by_pattern if h.matches(normalised)), None)
        return column

    def columns_among(self, normalised: Set[str]) -> set[str]:
        """The columns that these headers, already normalised, name."""
        named = {column for text, column in self._by_text.items() if text in normalised}
        if self._by_pattern:
            others = set(normalised - self._by_text.keys())
            for header, column in self._by_pattern:
                if found := header.among(others):
                    named.add(column)
                    others -= found
        return named

    def ignores(self, normalised: str) -> bool:
        """Whether a header is known and not loaded."""
        return any(header.matches(normalised) for header in self.ignored)


class HeaderlessLayout(LayoutBase):
    """Records without a header: `columns` in their positions, `field_counts` that may occur."""

    shape: Literal["headerless"]
    columns: tuple[Identifier, ...] = Field(min_length=1)
    field_counts: tuple[int, ...] = Field(min_length=1)


class Label(Declared):
    """A leading column of a cross-table that says what its rows are: by header, else by place."""

    column: Identifier
    header: Header | None = None
    is_optional: bool = False


class Heading(Declared):
    """A header row of a cross-table that says what its columns are.

    `pattern` must match every heading. `in_order` lists sequences whose members must not stand in
    another order, `is_ascending` asks the same of months and of years such as 2023-24: a heading
    moved without its column is caught that way. `fill_right` repeats a merged heading over the
    columns it spans.
    """

    column: Identifier | None = None
    pattern: Pattern | None = None
    includes: tuple[str, ...] = ()
    in_order: tuple[tuple[str, ...], ...] = ()
    is_ascending: bool = False
    fill_right: bool = False


class CrosstabLayout(LayoutBase):
    """Values in a grid: `labels` to their left, `headings` above, one value a cell.

    `blank_cells` says whether an empty cell is a hidden value (`keep`) or nothing (`leave_out`).
    """

    shape: Literal["crosstab"]
    labels: tuple[Label, ...] = Field(min_length=1)
    headings: tuple[Heading, ...] = Field(min_length=1)
    value: Identifier
    blank_cells: Literal["keep", "leave_out"]

    @property
    def columns(self) -> tuple[str, ...]:
        """The table's columns that this layout fills."""
        labels = [label.column for label in self.labels]
        headings = [heading.column for heading in self.headings if heading.column]
        return (*self.captured, *labels, *headings, self.value)

    @cached_property
    def has_named_labels(self) -> bool:
        """Whether the labels have headers of their own, not only positions."""
        return any(label.header for label in self.labels)


Layout = Annotated[
    RecordsLayout | HeaderlessLayout | CrosstabLayout,
    Field(discriminator="shape"),
]
