"""Of the published files no row is lost on its way to a figure: as many and as much in as out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import duckdb
import pytest

from orchestration.dbt.manifest import load_manifest
from orchestration.home import Home
from tests.published import needs_published_files

pytestmark = [needs_published_files, pytest.mark.published]

FIGURES = """
    select file_id, count(*) as units, sum({amount}) as amount
    from marts.metric_history
    where geography_level = '{level}' and breakdown_type = '{breakdown}'
        and measure_id = '{measure}' and definition_id = '{definition}'
        and period_type <> 'financial_quarter'
    group by file_id
"""


@dataclass(frozen=True)
class Way:
    """From rows of a staging model, by file, to the figures of the units that they name.

    `staged` gives file, number of units (of a period) and their amount; orgs are joined on the way.
    """

    staged: str
    measure: str
    definition: str
    level: str = "organisation"
    breakdown: str = "all"
    amount: str = "value"

    def __str__(self) -> str:
        return f"{self.measure}-{self.definition}-{self.breakdown}"

    @property
    def shown(self) -> str:
        """The figures, by the file that they come from."""
        return FIGURES.format(
            measure=self.measure,
            definition=self.definition,
            level=self.level,
            breakdown=self.breakdown,
            amount=self.amount,
        )


WAYS = [
    Way(
        "select file_id, count(*), sum(fte_days_available)"
        " from staging.stg_sickness_absence__organisation_months group by file_id",
        "sickness_fte_days_available",
        "all_organisations",
    ),
    *(
        Way(
            # What is hidden beside blank groups is left to the tests of what is hidden.
            "select file_id, count(*), sum(staged.fte_days_lost)"
            " filter (beside.staff_group is null)"
            " from staging.stg_sickness_absence__staff_group_months as staged"
            " left join intermediate.int_sickness_staff_groups_beside as beside"
            " using (organisation_code, period_end, staff_group)"
            f" where is_total = {is_total} group by file_id",
            "sickness_fte_days_lost",
            "all_organisations_benchmarking",
            breakdown=breakdown,
        )
        for is_total, breakdown in (("true", "all"), ("false", "staff_group"))
    ),
    Way(
        # One organisation stands twice in the workbook, in its region and among statutory bodies.
        "select file_id, count(*), sum(rate) from ("
        "select file_id, organisation_code, period_end, max(sickness_absence_rate_pct) as rate"
        " from staging.stg_sickness_absence__organisation_series"
        " where not is_total group by file_id, organisation_code, period_end"
        ") group by file_id",
        "sickness_absence_rate_trusts",
        "all_organisations",
    ),
    Way(
        "select file_id, count(distinct organisation_code),"
        " sum(fte) filter (is_total and flow_type = 'denominator_end')"
        " from staging.stg_workforce_turnover__organisation_flows group by file_id",
        "staff_in_post_fte",
        "turnover_stock",
    ),
    Way(
        "select file_id, count(distinct (organisation_code, period_end)), sum(fte)"
        " from staging.stg_workforce_turnover_nationality__organisation_staff group by file_id",
        "staff_in_post_fte",
        "nationality_tables",
    ),
    Way(
        "select file_id, count(distinct (pcn_code, period_end)),"
        " sum(fte) filter (staff_group = 'Other Direct Patient Care staff')"
        " from staging.stg_pcn_workforce__posts group by file_id",
        "pcn_direct_patient_care_fte",
        "pcn_returns",
        level="pcn",
    ),
]


@pytest.fixture(scope="module")
def warehouse(published_home: Home) -> Any:
    with duckdb.connect(str(published_home.warehouse), read_only=True) as connection:
        yield connection


def test_every_row_of_a_raw_table_is_staged(
    published_home: Home, warehouse: duckdb.DuckDBPyConnection
) -> None:
    manifest = load_manifest(published_home)
    staged = {
        node["alias"]: manifest["sources"][node["depends_on"]["nodes"][0]]["identifier"]
        for node in manifest["nodes"].values()
        if node["resource_type"] == "model" and node["schema"] == "staging"
    }
    found: dict[str, Any] = {}
    rows = 0
    for model, table in staged.items():
        answer = warehouse.execute(
            f"""
            select
                coalesce(sum(raw_rows), 0),
                count(*) filter (raw_rows is distinct from staged_rows)
            from (select file_id, count(*) as raw_rows from raw."{table}" group by file_id)
            full join (
                select file_id, count(*) as staged_rows from staging."{model}" group by file_id
            ) using (file_id)
            """
        ).fetchone()
        assert answer is not None
        rows += answer[0]
        if answer[1]:
            found[model] = answer
    assert rows > 300_000
    assert found == {}


@pytest.mark.parametrize("way", WAYS, ids=str)
def test_as_many_and_as_much_in_as_out(way: Way, warehouse: duckdb.DuckDBPyConnection) -> None:
    files = warehouse.execute(
        f"""
        select staged.*, shown.units as shown_units, shown.amount as shown_amount
        from ({way.staged}) as staged (file_id, units, amount)
        left join ({way.shown}) as shown on staged.file_id = shown.file_id
        """
    ).fetchall()
    assert files
    different = [
        (file_id, units, shown_units, amount, shown_amount)
        for file_id, units, amount, shown_units, shown_amount in files
        if units != shown_units or abs(amount - shown_amount) > 1e-6 * max(1, abs(amount))
    ]
    assert different == []
