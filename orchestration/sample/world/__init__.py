"""The invented country behind every sample file: tables in memory, made by the SQL beside this."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Self

import duckdb

from orchestration.sample.scales import Scale

HERE = Path(__file__).parent
# What each script makes, later ones read.
SCRIPTS = (
    "draws",
    "release_days",
    "calendar",
    "areas",
    "bodies",
    "organisations",
    "memberships",
    "workforce",
    "sickness",
    "turnover",
    "primary_care",
    "network_posts",
    "practices",
    "practice_files",
    "practice_staff",
    "general_practice_series",
    "collated_patient_care",
    "nationality_shares",
    "organisation_nationality",
    "region_nationality",
    "equality",
    "survey",
    "survey_counts",
    "survey_results",
    "printing",
    "sickness_lines",
    "leaving",
    "workforce_stocks",
    "programme_nurses",
    "flu",
    "gender",
    "wres",
    "finance",
    "outcomes",
    "benchmark_respondents",
    "benchmark_results",
    "benchmark_scores",
    "benchmark_units",
    "survey_cells",
    "nqps",
    "returners",
    "open_trusts",
    "attainment",
    "facilities",
    "pulse",
    "pulse_shown",
    "national_turnover",
    "nationality_joiners",
    "apprenticeships",
    "trusts_returning",
    "risk_assessments",
    "cpd_allocations",
    "placement_expansion",
    "volunteering",
)


class World:
    """One invented world: the same scale and seed always make the same tables.

    `scripts` may name fewer of them, in their order, where a part of the world is enough.

    Files only print what stands in these tables, which are therefore the truth about a sample.
    """

    def __init__(self, scale: Scale, seed: int, scripts: Sequence[str] = SCRIPTS) -> None:
        self.scale = scale
        self.connection = duckdb.connect()
        self._set("seed", seed)
        for name, value in vars(scale).items():
            self._set(name, list(value) if isinstance(value, tuple) else value)
        for shape in sorted((HERE / "shape").glob("*.csv")):
            self.connection.execute(
                f"create table {shape.stem} as from read_csv($path)", {"path": str(shape)}
            )
        for script in scripts:
            self.connection.execute((HERE / f"{script}.sql").read_text(encoding="utf-8"))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    def rows(self, query: str, parameters: dict[str, Any] | None = None) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        return self.connection.execute(query, parameters or {}).fetchall()

    def columns(self, query: str, parameters: dict[str, Any] | None = None) -> dict[str, list[Any]]:
        """The columns of a query by name, whole."""
        table = self.connection.sql(query, params=parameters or {}).to_arrow_table()
        return {name: table[name].to_pylist() for name in table.column_names}

    def crosstab(self, query: str, parameters: dict[str, Any]) -> dict[str, list[Any]]:
        """The cells of `query` spread over columns, one a `column_key`, in the order of all keys.

        The other columns of the query, but `value`, name and order the rows.
        """
        self.connection.execute(f"create or replace temp table cells as {query}", parameters)
        return self.columns("from (pivot cells on column_key using any_value(value)) order by all")

    def months(self, first: date, last: date | None = None) -> list[date]:
        """The months from `first` to `last` (or to the world's last), by their first day."""
        return [
            month
            for (month,) in self.rows(
                "select month from months where month between $first and $last order by month",
                {"first": first, "last": last or self.scale.last_month},
            )
        ]

    def _set(self, name: str, value: object) -> None:
        self.connection.execute(f"set variable {name} = $value", {"value": value})
