"""Compares what was printed with what a home's warehouse computes, rounded as it was printed."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import duckdb

from orchestration.home import Home

HERE = Path(__file__).parent
NOT_COMPARED = HERE / "not_compared.csv"


@dataclass(frozen=True)
class BackTest:
    """A printed figure and every value that the warehouse gives for it in the release of its day.

    `reason` says why there is none to compare with.
    """

    known_value_id: str
    publication_id: str | None
    subject: str
    unit: str
    period_start: date
    period_end: date
    published_on: date
    cited_from: str
    printed: Decimal
    values: frozenset[float]
    computed_from: str | None
    reason: str | None

    @property
    def computed(self) -> Decimal | None:
        """What the warehouse says, rounded half up to the decimals printed.

        None where it says nothing, or two things.
        """
        if len(self.values) != 1:
            return None
        (value,) = self.values
        # Twelve digits are what doubles of this size hold: the noise behind them decides nothing.
        exact = Decimal(f"{value:.12g}")
        return exact.quantize(self.printed, ROUND_HALF_UP)

    @property
    def agrees(self) -> bool:
        """Whether the figure comes out as printed."""
        return self.computed == self.printed


def back_tests(home: Home) -> list[BackTest]:
    """Every known value that is a back test, in the order of the seed."""
    reasons = reasons_not_compared()
    with duckdb.connect(str(home.warehouse), read_only=True) as warehouse:
        warehouse.execute(
            "create temp view known as from reference.known_values where is_back_test"
        )
        computed = _computed(warehouse)
        rows = warehouse.execute(
            """
            select
                known_value_id,
                known.publication_id,
                concat_ws(
                    ', ',
                    coalesce(measure_name, replace(series_id, '_', ' ')),
                    coalesce(population, nullif(breakdown_value, 'all'))
                ) as subject,
                known.unit,
                period_start,
                period_end,
                published_on,
                cited_from,
                printed_value
            from known
            left join reference.measures using (measure_id)
            order by known_value_id
            """
        ).fetchall()
    return [
        BackTest(
            *described,
            printed=Decimal(printed),
            values=frozenset(value for value, _ in computed.get(described[0], ())),
            computed_from=next((where for _, where in computed.get(described[0], ())), None),
            reason=reasons.get(described[0]),
        )
        for *described, printed in rows
    ]


def reasons_not_compared() -> dict[str, str]:
    """Why figures have nothing to be compared with, by the known value's key."""
    with NOT_COMPARED.open(encoding="utf-8", newline="") as lines:
        return {row["known_value_id"]: row["reason"] for row in csv.DictReader(lines)}


def _computed(warehouse: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[float, str]]]:
    found: dict[str, list[tuple[float, str]]] = {}
    for query in _queries():
        for known_value_id, value, where in warehouse.execute(query).fetchall():
            found.setdefault(known_value_id, []).append((float(value), where))
    return found


def _queries() -> Iterator[str]:
    for path in sorted((HERE / "computed").glob("*.sql")):
        yield path.read_text(encoding="utf-8")
