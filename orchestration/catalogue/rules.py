"""What must hold within one file for its numbers to be trusted: the rules a table can declare.

Rules look at nothing but the file itself, so the order in which files arrive cannot matter.
"""

from __future__ import annotations

from datetime import date
from itertools import chain
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from orchestration.catalogue.columns import Declared, Identifier

Columns = tuple[Identifier, ...]


class RuleBase(Declared):
    """What every rule has: `reads` names the keys under which it names columns."""

    reads: ClassVar[tuple[str, ...]] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that this rule reads."""
        named = (getattr(self, key) for key in self.reads)
        return tuple(chain.from_iterable((one,) if isinstance(one, str) else one for one in named))


class NotAbove(RuleBase):
    """In no row is `column` greater than `limit` (plus `tolerance`)."""

    rule: Literal["not_above"]
    column: Identifier
    limit: Identifier
    tolerance: float = 0.0

    reads: ClassVar[tuple[str, ...]] = ("column", "limit")


class RatePercent(RuleBase):
    """`rate` is 100 x numerator / denominator within `tolerance` percentage points."""

    rule: Literal["rate_percent"]
    numerator: Identifier
    denominator: Identifier
    rate: Identifier
    tolerance: float

    reads: ClassVar[tuple[str, ...]] = ("numerator", "denominator", "rate")


class FilledTogether(RuleBase):
    """A row fills all of these columns or none of them."""

    rule: Literal["filled_together"]
    of: Columns

    reads: ClassVar[tuple[str, ...]] = ("of",)


class MinimumRows(RuleBase):
    """At least `count` rows, in each combination of `per`."""

    rule: Literal["minimum_rows"]
    count: int
    per: Columns = ()

    reads: ClassVar[tuple[str, ...]] = ("per",)


class CompleteSet(RuleBase):
    """Each of `values` occurs in `column`, in each combination of `per`.

    `starting` compares only that many leading characters. `until` leaves periods that end later
    alone, for sets that are known to change.
    """

    rule: Literal["complete_set"]
    column: Identifier
    values: tuple[str, ...] = Field(min_length=1)
    per: Columns = ()
    starting: int | None = None
    until: date | None = None

    reads: ClassVar[tuple[str, ...]] = ("column", "per")


class DistinctValues(RuleBase):
    """`column` has between `minimum` and `maximum` values, in each combination of `per`."""

    rule: Literal["distinct_values"]
    column: Identifier
    minimum: int = 1
    maximum: int | None = None
    per: Columns = ()
    until: date | None = None

    reads: ClassVar[tuple[str, ...]] = ("column", "per")


class NotFewerValues(RuleBase):
    """`column` has at least as many values as `other`, as predecessors outnumber successors."""

    rule: Literal["not_fewer_values"]
    column: Identifier
    other: Identifier

    reads: ClassVar[tuple[str, ...]] = ("column", "other")


class OneValuePer(RuleBase):
    """Each combination of `per` has one value of `column`, as a name belongs to a code."""

    rule: Literal["one_value_per"]
    column: Identifier
    per: Columns

    reads: ClassVar[tuple[str, ...]] = ("column", "per")


class TotalOfParts(RuleBase):
    """The row where `column` is `total` equals the sum of the other rows, for each of `of`.

    Groups (of `by`) with an empty part are left alone: there the parts cannot be added.
    """

    rule: Literal["total_of_parts"]
    column: Identifier
    total: str
    of: Columns
    by: Columns
    tolerance: float

    reads: ClassVar[tuple[str, ...]] = ("column", "of", "by")


class TotalWithinParts(RuleBase):
    """A rate where `column` is `total` lies between the smallest and the largest of the others."""

    rule: Literal["total_within_parts"]
    column: Identifier
    total: str
    rate: Identifier
    by: Columns

    reads: ClassVar[tuple[str, ...]] = ("column", "rate", "by")


class MarksTogether(RuleBase):
    """`column` starts with the text `starting` where `other` is `value`, and nowhere else."""

    rule: Literal["marks_together"]
    column: Identifier
    starting: str
    other: Identifier
    value: str

    reads: ClassVar[tuple[str, ...]] = ("column", "other")


class MonthsWithoutGap(RuleBase):
    """Every month between the first and the last one in the file is there."""

    rule: Literal["months_without_gap"]


class PeriodsAscend(RuleBase):
    """Down the rows of the file no period is earlier than the one before."""

    rule: Literal["periods_ascend"]


class RepeatsAtMost(RuleBase):
    """At most `per_thousand` of the rows, among those with an `identifier`, repeat another one."""

    rule: Literal["repeats_at_most"]
    identifier: Identifier
    per_thousand: float

    reads: ClassVar[tuple[str, ...]] = ("identifier",)


class NotShares(RuleBase):
    """`column` holds percentages from 0 to 100: its largest value is above 1, or all are 0."""

    rule: Literal["not_shares"]
    column: Identifier

    reads: ClassVar[tuple[str, ...]] = ("column",)


Rule = Annotated[
    NotAbove
    | RatePercent
    | FilledTogether
    | MinimumRows
    | CompleteSet
    | DistinctValues
    | NotFewerValues
    | OneValuePer
    | TotalOfParts
    | TotalWithinParts
    | MarksTogether
    | MonthsWithoutGap
    | PeriodsAscend
    | RepeatsAtMost
    | NotShares,
    Field(discriminator="rule"),
]
