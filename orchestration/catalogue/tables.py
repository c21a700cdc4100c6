"""A raw table as a publication's YAML declares it: columns, grain, periods, rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from orchestration.catalogue.columns import Column, Declared, Identifier
from orchestration.catalogue.rules import Rule

# What every raw table ends with. Cross-tables add `column_number` after `row_number`.
LINEAGE: Mapping[str, str] = {
    "layout_id": "varchar",
    "sheet_name": "varchar",
    "row_number": "integer",
    "column_number": "integer",
    "published_on": "date",
    "is_synthetic": "boolean",
    "file_id": "varchar",
}


class ColumnPeriod(Declared):
    """The period of a row stands in one date or month-range column, months counted whole."""

    kind: Literal["column"]
    column: Identifier


class YearMonthPeriod(Declared):
    """The period of a row is a month given as two numbers."""

    kind: Literal["year_and_month"]
    year: Identifier
    month: Identifier


class SurveyYearPeriod(Declared):
    """The period of a row is a survey year: 1 September to 30 November, the nominal fieldwork.

    The column may hold the year alone or a text with it: `q14a_2023`.
    """

    kind: Literal["survey_year"]
    column: Identifier


class DaysPeriod(Declared):
    """The period of a row runs from one day to another; the same column twice for a single day."""

    kind: Literal["days"]
    first: Identifier
    last: Identifier


class YearSpanPeriod(Declared):
    """The period of a row is twelve months from `first_month` of the first year in a text.

    `2023/24`, `2023-24`, `2023 to 2024` and `202324` all begin in 2023.
    """

    kind: Literal["year_span"]
    column: Identifier
    first_month: int = Field(ge=1, le=12)


class FinancialQuarterPeriod(Declared):
    """The period of a row is a quarter of a financial year, whose first quarter starts in April.

    `year` holds the financial year, `quarter` a text with a digit from 1 to 4.
    """

    kind: Literal["financial_quarter"]
    year: Identifier
    quarter: Identifier


class ReleasePeriod(Declared):
    """No row says what period it is of: staging takes it from the day of publication."""

    kind: Literal["release"]


Period = Annotated[
    ColumnPeriod
    | YearMonthPeriod
    | SurveyYearPeriod
    | DaysPeriod
    | YearSpanPeriod
    | FinancialQuarterPeriod
    | ReleasePeriod,
    Field(discriminator="kind"),
]


class Table(Declared):
    """One raw table of a publication.

    `key` is what identifies a row: exact duplicates are read once, conflicting ones refuse the
    file. A table without a key keeps every row. `period` is absent for registers that are
    replaced whole. `part` names columns that divide a period between files (survey questions).
    """

    description: str
    grain: str
    columns: dict[Identifier, Column] = Field(min_length=1)
    key: tuple[Identifier, ...] = ()
    period: Period | None = None
    part: tuple[Identifier, ...] = ()
    is_crosstab: bool = False
    rules: tuple[Rule, ...] = ()

    @model_validator(mode="after")
    def _names_its_own_columns(self) -> Self:
        named = [*self.key, *self.part, *(name for rule in self.rules for name in rule.columns)]
        if self.period:
            named += self.period.model_dump(exclude={"kind", "first_month"}).values()
        unknown = sorted(set(named) - set(self.columns))
        if unknown:
            raise ValueError(f"key, period, part or rules name unknown columns: {unknown}")
        return self

    @property
    def sql_columns(self) -> dict[str, str]:
        """Every column of the raw table with its SQL type, in order: published, then lineage."""
        lineage = {
            name: kind
            for name, kind in LINEAGE.items()
            if name != "column_number" or self.is_crosstab
        }
        return {**dict.fromkeys(self.columns, "varchar"), **lineage}
