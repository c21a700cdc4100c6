"""What a published column may hold: the kinds of column a publication's YAML can declare."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field


def _compiles(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from error
    return pattern


Pattern = Annotated[str, AfterValidator(_compiles)]
Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]


class Declared(BaseModel):
    """Anything declared in YAML: unknown keys are errors, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ColumnBase(Declared):
    """What every column has. `required` refuses a file with an empty value in it."""

    description: str
    required: bool = False


class DateColumn(ColumnBase):
    """A day or a month as text. `formats` are strptime formats, tried in order."""

    kind: Literal["date"]
    formats: tuple[str, ...] = Field(min_length=1)


class MonthRangeColumn(ColumnBase):
    """`yyyymm to yyyymm`: from the end of the first month to the end of the second."""

    kind: Literal["month_range"]


class CodeColumn(ColumnBase):
    """An identifier whose whole text matches `pattern`."""

    kind: Literal["code"]
    pattern: Pattern


class NumberColumn(ColumnBase):
    """A decimal number, thousands separators allowed, within inclusive bounds.

    `markers` may stand in its place; the publication says what each means.
    """

    kind: Literal["number"]
    minimum: float | None = None
    maximum: float | None = None
    markers: tuple[str, ...] = ()


class IntegerColumn(ColumnBase):
    """A whole number, thousands separators allowed, within inclusive bounds.

    `markers` may stand in its place; the publication says what each means.
    """

    kind: Literal["integer"]
    minimum: int | None = None
    maximum: int | None = None
    markers: tuple[str, ...] = ()


class TextColumn(ColumnBase):
    """Free text of at most `maximum_length` characters."""

    kind: Literal["text"]
    maximum_length: int = 1000


class CategoryColumn(ColumnBase):
    """Text out of a closed list; another value means another layout, so it is refused."""

    kind: Literal["categorical"]
    values: tuple[str, ...] = Field(min_length=1)


Column = Annotated[
    DateColumn
    | MonthRangeColumn
    | CodeColumn
    | NumberColumn
    | IntegerColumn
    | TextColumn
    | CategoryColumn,
    Field(discriminator="kind"),
]
