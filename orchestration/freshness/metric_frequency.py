"""How often each metric is reported, and through which publication: `frequencies`, by date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from orchestration.catalogue import Catalogue
from orchestration.catalogue.seeds import Frequency
from orchestration.freshness.calendar import Calendar, calendars

NO_DEADLINE = "tbc"


@dataclass(frozen=True)
class MetricFrequency:
    """The reporting frequency of a metric on a day, with the calendar of what carries it.

    `frequency` is None where the metric is no longer reported: `ended_on` says since when.
    """

    frequency_as_printed: str
    frequency: str | None
    is_provisional: bool
    ended_on: date | None
    calendar: Calendar | None


def metric_frequencies(catalogue: Catalogue, day: date) -> dict[str, MetricFrequency]:
    """Every metric of Annex A by its id, as of that day."""
    known = calendars(catalogue)
    return {metric_id: _on(metric_id, catalogue, known, day) for metric_id in catalogue.metrics}


def _on(
    metric_id: str, catalogue: Catalogue, known: Mapping[str, Calendar], day: date
) -> MetricFrequency:
    metric = catalogue.metrics[metric_id]
    rows = sorted(
        (row for row in catalogue.frequencies if row.metric_id == metric_id),
        key=lambda row: row.valid_from,
    )
    current = _valid_on(rows, day)
    last = rows[-1] if rows else None
    return MetricFrequency(
        frequency_as_printed=metric.frequency_as_printed,
        frequency=current.frequency if current else None,
        is_provisional=bool(current and current.is_provisional),
        ended_on=last.valid_to if last and current is None else None,
        calendar=known.get(metric.operational_publication_id or ""),
    )


def _valid_on(rows: list[Frequency], day: date) -> Frequency | None:
    """The row valid on that day; before the first, the first."""
    if rows and day < rows[0].valid_from:
        return rows[0]
    valid = (row for row in rows if row.valid_from <= day <= (row.valid_to or date.max))
    return next(valid, None)
