"""The rows of the seeds that Python needs, with their types; dbt reads the same files."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict


def _listed(value: Any) -> Any:
    return tuple(part for part in value.split("|") if part) if isinstance(value, str) else value


Listed = Annotated[tuple[str, ...], BeforeValidator(_listed)]


class SeedRow(BaseModel):
    """A row of a seed: columns that Python does not need are left aside."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Metric(SeedRow):
    """One row of Annex A. `annex_row_seq` is its place there, `unit` what its values count."""

    metric_id: str
    annex_row_seq: int
    annex_label: str
    primary_chapter_id: str
    metric_name: str
    frequency_as_printed: str
    operational_publication_id: str | None = None
    additional_publication_ids: Listed = ()
    unit: str
    polarity: str
    period_type: str


class Measure(SeedRow):
    """One measurable part of a metric: what facts are keyed by."""

    measure_id: str
    metric_id: str
    printed_letter: str | None = None
    measure_kind: str
    measure_name: str
    unit: str
    publication_id: str | None = None
    polarity: str
    series_availability: str | None = None


class Frequency(SeedRow):
    """The reporting frequency of a metric from `valid_from` to `valid_to` (inclusive)."""

    metric_id: str
    valid_from: date
    valid_to: date | None = None
    frequency: str
    is_provisional: bool
    frequency_as_printed: str


class MetricChapter(SeedRow):
    """One chapter of the plan that a metric stands in."""

    metric_id: str
    chapter_id: str


class Cadence(SeedRow):
    """How a publication comes out: interval and lag in days, counted from `lag_counted_from`.

    `known_releases` holds `<period>=<release date>` pairs.
    """

    publication_id: str
    title: str
    cadence: str
    freshness_interval_days: int | None = None
    lag_days_min: int | None = None
    lag_days_max: int | None = None
    lag_counted_from: str | None = None
    release_pattern: str | None = None
    known_releases: Listed = ()
    period_type: str
    lowest_geography: str
    availability: str
