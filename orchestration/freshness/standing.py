"""Where every metric and publication of a home stands now: its edition, its register, its landing.

The edition answers `marts.freshness_on(day)` from itself alone. Asked here, files count too that
came after it: the same SQL, with the register as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import duckdb
import pyarrow as pa

from orchestration.catalogue import Catalogue
from orchestration.edition.contents import literal
from orchestration.edition.macros import environment
from orchestration.errors import PlainError
from orchestration.home import Home
from orchestration.ingest import open_register, unseen

Status = Literal["on_time", "due", "late", "no_deadline", "discontinued"]
LANDED = pa.schema(
    {"publication_id": pa.string(), "published_on": pa.date32(), "original_name": pa.string()}
)
# Files of the register that are in no figure of the edition, and files that wait in landing.
FILES_OUTSIDE = """
create temp view files_outside as
select
    file_id, publication_id, published_on, period_to, original_name, status, reason, next_step
from register
where status <> 'set_aside' and (
    status not in ('loaded', 'superseded')
    or file_id not in (
        select file_id from reference.files where status in ('loaded', 'superseded')
    )
)
union all by name
select original_name as file_id, publication_id, published_on, original_name, 'landed' as status
from landed
"""
QUERY = """
{% from 'freshness_of_edition.jinja' import freshness_of_edition %}
{{ freshness_of_edition(asked, 'files_outside') }}
"""


@dataclass(frozen=True)
class Standing:
    """One row of `marts.freshness`, with the register as it is now."""

    freshness_level: Literal["metric", "publication"]
    subject_id: str
    subject_name: str
    annex_label: str | None
    publication_id: str
    publication_title: str
    frequency_as_printed: str | None
    frequency: str | None
    cadence: str
    is_deadline_provisional: bool
    freshness_status: Status
    days_late: int | None
    ask: Literal["us", "publisher"] | None
    latest_period_end: date | None
    latest_published_on: date | None
    expected_period_end: date | None
    awaited_period_end: date | None
    awaited_from: date | None
    awaited_by: date | None
    late_after: date | None
    freshness_reason: str
    status_on: date

    @property
    def words(self) -> str:
        """The status as people say it."""
        if self.freshness_status == "late":
            return f"late by {self.days_late} day{'s' if self.days_late != 1 else ''}"
        return self.freshness_status.replace("_", " ")


def standings(home: Home, catalogue: Catalogue, day: date) -> list[Standing]:
    """Every metric in the order of Annex A, then every publication; empty before an edition.

    Raises `PlainError` where the edition was published before it could tell.
    """
    return standings_on(home, catalogue, [day])[day]


def standings_on(
    home: Home, catalogue: Catalogue, days: Sequence[date]
) -> dict[date, list[Standing]]:
    """The same for each of several days, by what is there now; one question for all of them."""
    found: dict[date, list[Standing]] = {day: [] for day in days}
    if not home.edition.exists():
        return found
    landed = [
        {
            "publication_id": arrival.stated_publication_id,
            "published_on": arrival.published_on or min(days),
            "original_name": arrival.landed_as.rsplit("/", maxsplit=1)[-1],
        }
        for arrival in unseen(home, catalogue)
    ]
    with open_register(home, catalogue) as connection:
        connection.register("landed", pa.Table.from_pylist(landed, LANDED))
        connection.execute(f"attach {literal(str(home.edition))} as edition (read_only)")
        connection.execute("use edition")
        try:
            connection.execute(FILES_OUTSIDE)
            rows = connection.sql(_query(days)).to_arrow_table().to_pylist()
        except duckdb.CatalogException as error:
            raise PlainError(
                "The edition was published before it could tell what is fresh.",
                "Run `people-plan build`.",
            ) from error
    for row in rows:
        found[row["status_on"]].append(Standing(**_known(row)))
    return found


def _query(days: Sequence[date]) -> str:
    listed = ", ".join(f"date {literal(day.isoformat())}" for day in days)
    asked = f"select unnest([{listed}]) as status_on"
    return environment().from_string(QUERY).render(asked=asked)


def _known(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in Standing.__dataclass_fields__}
