"""The returns of the sample hold what returns are known for: some come twice, some go too far."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from tests.unit.test_sample.files import records


@pytest.fixture
def returned(landing: Path) -> duckdb.DuckDBPyConnection:
    """Every return of the sample, one table a publication."""
    connection = duckdb.connect()
    for publication_id in (
        "nhsei_covid_workforce_returns",
        "hee_cpd",
        "hee_cpep",
        "nhs_volunteering",
    ):
        records(connection, publication_id, landing, f"{publication_id}/*/*.csv")
    return connection


def one(connection: duckdb.DuckDBPyConnection, sql: str) -> tuple[float, ...]:
    found: tuple[float, ...] | None = connection.execute(sql).fetchone()
    assert found is not None
    return found


def test_few_trusts_assess_more_than_are_in_scope(returned: duckdb.DuckDBPyConnection) -> None:
    over, share = one(
        returned,
        """
        select
            count(*) filter (assessed > in_scope),
            count(*) filter (assessed > in_scope) / count(*)
        from (
            select
                try_cast("STAFF_RISK_ASSESSED" as int) as assessed,
                try_cast("STAFF_IN_SCOPE" as int) as in_scope
            from nhsei_covid_workforce_returns
        )
        """,
    )
    assert over > 10
    assert share < 0.05


def test_the_two_national_percentages_are_those_that_were_said(
    returned: duckdb.DuckDBPyConnection,
) -> None:
    said = returned.execute(
        """
        select "POPULATION_IN_SCOPE", "STAFF_RISK_ASSESSED_PCT", "STAFF_IN_SCOPE"
        from nhsei_covid_workforce_returns
        where "ORGANISATION_CODE" = 'E92000001'
        order by 1
        """
    ).fetchall()
    assert said == [("known_at_risk", "81", None), ("known_bame", "92", None)]


def test_a_year_of_professional_development_is_150_million_pounds(
    returned: duckdb.DuckDBPyConnection,
) -> None:
    (committed,) = one(
        returned,
        """
        select sum(replace("CPD_COMMITTED_GBP", ',', '')::double) from hee_cpd
        where "AS_AT_DATE" = '31/12/2020'
        """,
    )
    assert committed == pytest.approx(150e6, rel=0.001)


def test_the_first_intake_adds_about_7500_nursing_placements(
    returned: duckdb.DuckDBPyConnection,
) -> None:
    (nursing,) = one(
        returned,
        """
        select sum("ADDITIONAL_PLACEMENTS"::int) from hee_cpep
        where "INTAKE_YEAR" = '2019' and "PROFESSION" = 'Nursing'
        """,
    )
    assert 7_500 < nursing < 7_700


def test_hours_of_roles_make_those_of_all_roles(returned: duckdb.DuckDBPyConnection) -> None:
    rows = one(
        returned,
        """
        with counts as (
            select
                filename, "TRUST_CODE", "VOLUNTEER_ROLE" = 'All roles' as is_total,
                try_cast("VOLUNTEER_HOURS" as double) as hours
            from nhs_volunteering
        ),
        trusts as (
            select
                sum(hours) filter (is_total) as total,
                sum(hours) filter (not is_total) as parts
            from counts
            group by filename, "TRUST_CODE"
            having count(hours) = 7
        )
        select count(*), count(*) filter (abs(total - parts) > 0.001) from trusts
        """,
    )
    assert rows[0] > 800
    assert rows[1] == 0


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("nhsei_covid_workforce_returns", '"AS_AT_DATE", "ORGANISATION_CODE", 4'),
        ("hee_cpd", '"AS_AT_DATE", "REGION_CODE", "EMPLOYER_CODE", "PROFESSION"'),
        ("hee_cpep", '"INTAKE_YEAR", "REGION_CODE", "PROVIDER_CODE", "PROFESSION", 6'),
        ("nhs_volunteering", '"FINANCIAL_YEAR", "QUARTER", "TRUST_CODE", "VOLUNTEER_ROLE"'),
    ],
)
def test_part_of_a_period_is_sent_again(
    returned: duckdb.DuckDBPyConnection, table: str, row: str
) -> None:
    columns = [name for name, *_ in returned.execute(f"describe {table}").fetchall()]
    names = ", ".join(
        f'"{columns[int(one) - 1]}"' if one.isdigit() else one for one in row.split(", ")
    )
    again = one(
        returned,
        f"""
        select count(*) filter (files = 2), count(*) filter (files > 2), count(*)
        from (select count(distinct filename) as files from {table} group by {names})
        """,
    )
    assert 0 < again[0] < 0.2 * again[2]
    assert again[1] == 0
