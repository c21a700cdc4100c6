"""An edition in memory with the real calendar, filled with what a test says was received."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import duckdb
import pyarrow as pa

from orchestration.catalogue import Catalogue
from orchestration.edition.macros import environment
from orchestration.freshness.release_calendar import release_calendar
from orchestration.home import PROJECT_ROOT
from tests.small_build import empty_edition

SEEDS = ("metrics", "publications", "publication_calendars", "frequencies")
MODELS = PROJECT_ROOT / "dbt_project" / "models"
IMPORTED = "{% from 'freshness.sql' import freshness_on, files_in_no_figure %}"
OF_EDITION = "{% from 'freshness_of_edition.jinja' import freshness_of_edition %}"
REFUSED = "(select * from reference.files where status = 'quarantined')"
RECEIVED = pa.schema(
    {
        "freshness_level": pa.string(),
        "subject_id": pa.string(),
        "publication_id": pa.string(),
        "period_end": pa.date32(),
        "first_published_on": pa.date32(),
    }
)
# A subject, the publication that carries it, and the (period end, day of release) of its periods.
Receipts = dict[str, tuple[str, Iterable[tuple[date, date]]]]


def edition_in_memory(catalogue: Catalogue) -> duckdb.DuckDBPyConnection:
    """What the macros of an edition read: seeds and the calendar as they are, the rest empty."""
    connection = empty_edition()
    for seed in SEEDS:
        connection.execute(
            f"insert into reference.{seed} by name from read_csv(?, all_varchar = true)",
            [str(PROJECT_ROOT / "seeds" / f"{seed}.csv")],
        )
    connection.register("calendar", release_calendar(catalogue))
    connection.execute("insert into reference.release_calendar by name from calendar")
    return connection


def model(path: str, **macros: Any) -> str:
    """The SQL of a dbt model, its references named as an edition names them."""
    text = (MODELS / path).read_text("utf-8")
    return environment().from_string(IMPORTED + text).render(ref="reference.{}".format, **macros)


def fill(edition: duckdb.DuckDBPyConnection, receipts: Receipts) -> None:
    """Make these the only subjects, and these periods all that was received."""
    subjects = [
        {"freshness_level": "publication", "subject_id": subject, "publication_id": publication}
        for subject, (publication, _) in receipts.items()
    ]
    rows = [
        {**subject, "period_end": period_end, "first_published_on": published_on}
        for subject in subjects
        for period_end, published_on in receipts[subject["subject_id"]][1]
    ]
    for table in ("freshness_subjects", "periods_received", "files"):
        edition.execute(f"delete from reference.{table}")
    edition.register("subjects", pa.Table.from_pylist(subjects))
    edition.register("received", pa.Table.from_pylist(rows, RECEIVED))
    edition.execute(
        "insert into reference.freshness_subjects by name select *, 1 as place from subjects"
    )
    edition.execute("insert into reference.periods_received by name from received")


def over_days(
    edition: duckdb.DuckDBPyConnection, first: date, last: date, columns: str
) -> dict[tuple[str, date], tuple[Any, ...]]:
    """These columns by subject and day, of every day from the first to the last, in one query."""
    asked = (
        f"select cast(unnest(generate_series(date '{first}', date '{last}', interval 1 day)) "
        "as date) as status_on"
    )
    text = f"{OF_EDITION}{{{{ freshness_of_edition(asked, refused) }}}}"
    query = environment().from_string(text).render(asked=asked, refused=REFUSED)
    found = edition.execute(f"select subject_id, status_on, {columns} from ({query})").fetchall()
    return {(subject, day): tuple(rest) for subject, day, *rest in found}
