"""The figures obey the publications' own rules, agree between files, and look like England's."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from tests.unit.test_sample.files import records, sheets, transcoded


@pytest.fixture(scope="module")
def figures(landing: Path) -> duckdb.DuckDBPyConnection:
    """The sample's long files as tables of text."""
    connection = duckdb.connect()
    records(connection, "rates", landing, "sickness_absence/*/*rates CSV*.csv")
    records(connection, "archive", landing, "sickness_absence/*/ESR_ABSENCE_CSV_NHSE.csv")
    records(connection, "benchmarking", landing, "sickness_absence/*/*benchmarking tool CSV*.csv")
    records(connection, "reasons", landing, "sickness_absence/*/*by reason*.csv")
    records(connection, "flows", landing, "workforce_turnover/*/Turnover benchmarking*.csv")
    return connection


def one(connection: duckdb.DuckDBPyConnection, sql: str) -> tuple[object, ...]:
    (row,) = connection.execute(sql).fetchall()
    return row


@pytest.mark.parametrize("table", ["rates", "benchmarking"])
def test_rate_is_lost_over_available(figures: duckdb.DuckDBPyConnection, table: str) -> None:
    wrong = one(
        figures,
        f"""
        select count(*) filter (
            where lost > available or lost < 0 or abs(100 * lost / available - rate) > 0.00501
        )
        from (
            select
                cast("FTE_DAYS_LOST" as double) as lost,
                cast("FTE_DAYS_AVAILABLE" as double) as available,
                cast("SICKNESS_ABSENCE_RATE_PERCENT" as double) as rate
            from {table}
        )
        """,
    )
    assert wrong == (0,)


def test_benchmarking_totals_are_the_rate_files(figures: duckdb.DuckDBPyConnection) -> None:
    matched, different = one(
        figures,
        """
        select
            count(*),
            count(*) filter (
                where abs(
                    cast(r."FTE_DAYS_LOST" as double) - cast(b."FTE_DAYS_LOST" as double)
                ) > 1e-6
            )
        from benchmarking as b
        inner join rates as r
            on b."DATE" = r."DATE" and b."ORG_CODE" = r."ORG_CODE"
        where b."STAFF_GROUP" = 'All staff groups' and r.filename not like '%(revised)%'
        """,
    )
    assert matched > 3000
    assert different == 0


def test_staff_groups_add_up_where_none_is_blank(figures: duckdb.DuckDBPyConnection) -> None:
    worst = one(
        figures,
        """
        select max(abs(total - parts)) from (
            select
                sum(cast("FTE_DAYS_AVAILABLE" as double))
                    filter (where "STAFF_GROUP" = 'All staff groups') as total,
                sum(cast("FTE_DAYS_AVAILABLE" as double))
                    filter (where "STAFF_GROUP" <> 'All staff groups') as parts,
            from benchmarking
            group by "DATE", "ORG_CODE"
            having count("FTE_DAYS_AVAILABLE") = count(*)
        )
        """,
    )
    assert worst[0] < 1e-4


def test_reasons_add_up_to_the_days_lost(figures: duckdb.DuckDBPyConnection) -> None:
    worst, fewest = one(
        figures,
        """
        select max(abs(total - parts)), min(reasons) from (
            select
                max(cast("FTE_DAYS_LOST" as double)) as total,
                sum(cast("FTE_DAYS_LOST_REASON" as double)) as parts,
                count(*) as reasons,
            from reasons
            group by "ORG_CODE", "STAFF_GROUP"
        )
        """,
    )
    assert worst < 1e-3
    assert fewest == 24


def test_workbook_prints_what_the_archive_adds_up_to(
    figures: duckdb.DuckDBPyConnection, landing: Path
) -> None:
    (path,) = landing.glob("sickness_absence/*/NHS Sickness Absence rates, February 2022.xlsx")
    printed = {row[0]: row[1:9] for row in sheets(path)["Table 1"][3:]}
    months = figures.execute(
        """
        select
            strftime(strptime("Sort_Date", '%d/%m/%Y'), '%B %Y'),
            round(100 * sum(lost) / sum(available), 2),
            round(100 * sum(lost) filter (where region = 'Y56')
                / sum(available) filter (where region = 'Y56'), 2),
        from (
            select distinct
                "Sort_Date",
                "Org Code",
                "NHSE_Region_Code" as region,
                cast("FTE Days Sick" as double) as lost,
                cast("FTE Days Available" as double) as available,
            from archive
        )
        group by "Sort_Date"
        """
    ).fetchall()
    computed = {month: rates for month, *rates in months}
    # The workbook of February 2022 shows March with the template's placeholder.
    assert printed["March 2022"][0] == "tag_table1"
    del computed["March 2022"]
    assert {month: printed[month][:2] for month in computed} == computed
    assert len(computed) == 23


def test_flows_balance_and_fte_is_within_headcount(figures: duckdb.DuckDBPyConnection) -> None:
    above, unbalanced = one(
        figures,
        """
        with groups as (
            select
                "PERIOD", "REPORTING_ORG_CODE", "STAFF_GROUP_1_NAME",
                coalesce(sum(people) filter (where "TYPE" = 'Joiners'), 0) as joined,
                coalesce(sum(people) filter (where "TYPE" = 'Leavers'), 0) as gone,
                coalesce(sum(people) filter (where "TYPE" like '%start%'), 0) as before,
                coalesce(sum(people) filter (where "TYPE" like '%end%'), 0) as after,
            from (select *, cast("HC" as bigint) as people from flows)
            where "STAFF_GROUP_1_NAME" <> 'All staff groups'
            group by all
        )
        select
            (select count(*) from flows where cast("FTE" as double) > cast("HC" as bigint)),
            (select count(*) from groups where before + joined - gone <> after),
        """,
    )
    assert (above, unbalanced) == (0, 0)


def test_fte_adds_up_and_headcount_does_not(figures: duckdb.DuckDBPyConnection) -> None:
    fte, headcount = one(
        figures,
        """
        select
            max(abs(fte_total - fte_parts)),
            count(*) filter (where headcount_total < headcount_parts),
        from (
            select
                sum(cast("FTE" as double)) filter (where is_total) as fte_total,
                sum(cast("FTE" as double)) filter (where not is_total) as fte_parts,
                sum(cast("HC" as bigint)) filter (where is_total) as headcount_total,
                sum(cast("HC" as bigint)) filter (where not is_total) as headcount_parts,
            from (select *, "STAFF_GROUP_1_NAME" = 'All staff groups' as is_total from flows)
            group by "PERIOD", "TYPE", "REPORTING_ORG_CODE"
        )
        """,
    )
    assert fte < 1e-4
    assert headcount > 100


def test_england_is_as_large_and_as_ill_as_it_is(figures: duckdb.DuckDBPyConnection) -> None:
    months = figures.execute(
        """
        select
            month(strptime("DATE", '%d/%m/%Y')),
            count(*),
            count(*) filter (where "ORG_NAME" similar to '.* NHS (Foundation )?Trust'),
            count(distinct "NHSE_REGION_CODE"),
            sum(cast("FTE_DAYS_AVAILABLE" as double)) / day(max(strptime("DATE", '%d/%m/%Y'))),
            100 * sum(cast("FTE_DAYS_LOST" as double)) / sum(cast("FTE_DAYS_AVAILABLE" as double)),
        from rates
        where strptime("DATE", '%d/%m/%Y') >= date '2023-04-01' and filename not like '%(revised)%'
        group by "DATE"
        """
    ).fetchall()
    assert len(months) == 15
    assert all(280 <= bodies <= 290 and 209 <= trusts <= 212 for _, bodies, trusts, *_ in months)
    assert {regions for *_, regions, _, _ in months} == {8}
    assert all(1_250_000 < fte < 1_500_000 for *_, fte, _ in months)
    assert all(4 < rate < 6.2 for *_, rate in months)
    winter = [rate for month, *_, rate in months if month in (12, 1)]
    spring = [rate for month, *_, rate in months if month in (4, 5)]
    assert min(winter) > max(spring)


def test_pandemic_and_winters_show_in_the_long_series(landing: Path) -> None:
    (path,) = landing.glob("sickness_absence/*/NHS Sickness Absence rates, July 2024.xlsx")
    england = {row[0]: row[1] for row in sheets(path)["Table 1"][3:] if isinstance(row[1], float)}
    assert len(england) == 184
    assert england["April 2020"] > 1.3 * england["April 2019"]
    assert england["January 2022"] > 6 > england["January 2019"] > 4.3


def test_leaver_rates_are_about_one_per_cent_a_month(figures: duckdb.DuckDBPyConnection) -> None:
    rates = figures.execute(
        """
        select
            100.0 * sum(cast("HC" as bigint)) filter (where "TYPE" = 'Leavers')
            / sum(cast("HC" as bigint)) filter (where "TYPE" like '%start%')
        from flows
        where "STAFF_GROUP_1_NAME" = 'All staff groups'
        group by "PERIOD"
        """
    ).fetchall()
    assert all(0.8 <= rate <= 1.3 for (rate,) in rates)


def test_network_coverage_grows(landing: Path, tmp_path: Path) -> None:
    connection = duckdb.connect()
    records(connection, "posts", transcoded(landing, "pcn_workforce/*/*.csv", tmp_path), "*.csv")
    quarters = connection.execute(
        """
        select count(distinct "PCN_CODE"), sum(cast("FTE" as double))
        from posts
        group by filename
        order by filename
        """
    ).fetchall()
    assert len(quarters) == 8
    assert quarters == sorted(quarters)
    assert 150 < quarters[0][0] < 230
    assert 1000 < quarters[-1][0] <= 1110


def test_very_senior_managers_and_all_rows(landing: Path) -> None:
    (path,) = landing.glob("workforce_equality/*/*-data-*.xls")
    header, *rows = next(iter(sheets(path).values()))
    lines = [dict(zip(header, row, strict=True)) for row in rows]
    seniors: dict[object, dict[object, float]] = {}
    for line in lines:
        if line["Grade"] == "Very Senior Manager":
            seniors.setdefault(line["Time"], {})[line["Ethnicity"]] = line["Value"]
    assert len(seniors) == 8
    for groups in seniors.values():
        known = ("Asian", "Black", "Chinese", "Mixed", "Other", "White")
        assert groups["All"] == sum(groups.get(group, 0) for group in known)
        assert 5 <= 100 * (groups["All"] - groups["White"]) / groups["All"] <= 9.5
        assert groups["All - Including Unknown, Not Stated And Discontinued Codes"] >= groups["All"]


def test_survey_shares_look_like_the_survey_and_means_are_of_organisations(landing: Path) -> None:
    (path,) = landing.glob("nss/*/ST19 - abuse_sheet5 - organisation.xls")
    cells = sheets(path)["abuse_sheet5_mean"]
    heads = cells[:5]
    never = [p for p, answer in enumerate(heads[3]) if answer == "Never"]
    summary = next(row for row in cells[5:] if row[1] == "ALL TRUSTS")
    trusts = [row for row in cells[5:] if str(row[1]).endswith("Trust")]
    assert len(trusts) > 200
    for position in never:
        values = [row[position] for row in trusts if row[position] != ""]
        assert summary[position] == pytest.approx(sum(values) / len(values), abs=1e-6)
    public, managers, colleagues = (100 - summary[p] for p in never[3:6])
    assert (26 < public < 31, 11 < managers < 14, 17 < colleagues < 21) == (True, True, True)
