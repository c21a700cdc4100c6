"""A row of the seed `publication_calendars`: when a publication's periods end and are released."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from orchestration.catalogue.seeds import SeedRow

ReportingCadence = Literal[
    "fortnightly", "monthly", "quarterly", "half_yearly", "annual", "irregular"
]
MONTHS_OF: dict[str, int] = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "annual": 12}


def _numbers(value: Any) -> Any:
    return tuple(int(part) for part in value.split("|")) if isinstance(value, str) else value


Months = Annotated[tuple[int, ...], BeforeValidator(_numbers)]


class CalendarRule(SeedRow):
    """The periods that end from `valid_from` to `valid_to` (inclusive), and their usual release.

    `period_end_months` are the months on whose last day a period ends; a period that is left out
    by design is not among them. `period_days` is the length of periods that keep to no month.
    A period is there when data reach its end, or, with `is_met_by` any_day, any day of it. Lags
    are in days from the period's end; they are empty here where the seed `publications` has them.
    `starts_with` first_receipt means that nothing is waited for before a first file was received.
    """

    publication_id: str
    valid_from: date
    valid_to: date | None = None
    cadence: ReportingCadence
    period_end_months: Months = ()
    period_days: int | None = Field(default=None, gt=0)
    is_met_by: Literal["period_end", "any_day"] = "period_end"
    lag_days_min: int | None = None
    lag_days_max: int | None = None
    grace_days: int = Field(default=0, ge=0)
    starts_with: Literal["publisher", "first_receipt"] = "publisher"
    is_provisional: bool
    basis: str
    note: str

    @model_validator(mode="after")
    def _has_what_its_cadence_needs(self) -> Self:
        if self.cadence == "fortnightly":
            complete = self.period_days is not None and not self.period_end_months
        else:
            complete = self.period_days is None and (
                bool(self.period_end_months) == (self.cadence != "irregular")
            )
        if not complete:
            raise ValueError(
                f"cadence {self.cadence} does not go with period_end_months "
                f"{self.period_end_months} and period_days {self.period_days}"
            )
        return self

    def with_lags_of(self, lag_days_min: int | None, lag_days_max: int | None) -> Self:
        """The same rule with these lags where it has none. Raises `ValueError` where both do."""
        if self.lag_days_max is not None and lag_days_max is not None:
            raise ValueError("publications.csv states these lags: leave them empty here")
        if self.lag_days_max is not None:
            return self
        return self.model_copy(update={"lag_days_min": lag_days_min, "lag_days_max": lag_days_max})
