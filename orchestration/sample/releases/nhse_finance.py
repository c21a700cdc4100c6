"""Finances of trusts: board papers as workbooks, year-end accounts as long text files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from orchestration.sample.csv_file import CsvFile
from orchestration.sample.release import Release
from orchestration.sample.releases.queries import query
from orchestration.sample.workbooks import SYNTHETIC_NOTE, modern_workbook, write_titled_sheet
from orchestration.sample.world import World

PUBLICATION = "nhse_finance"
# The accounts of this year spell two headings otherwise.
OTHER_HEADINGS_YEAR = 2021


def releases(world: World) -> Iterator[Release]:
    """All files of the publication."""
    for year, quarter, unit, published_on in world.rows(
        """
        select distinct financial_year, quarter, money_unit, published_on
        from board_finance order by all
        """
    ):
        name = f"financial-performance-report-q{quarter}-{year}-{(year + 1) % 100}.xlsx"
        paper = BoardPaper(year, quarter, unit, published_on)
        yield Release(PUBLICATION, published_on, name, paper)
    for year, published_on in world.rows(
        "select distinct financial_year, published_on from account_totals order by all"
    ):
        for kind, is_foundation_trust in (("NHS trusts", False), ("NHS foundation trusts", True)):
            name = f"TAC {kind} {year}-{(year + 1) % 100}.csv"
            parameters = {"financial_year": year, "is_foundation_trust": is_foundation_trust}
            accounts = CsvFile(_accounts(year), parameters)
            yield Release(PUBLICATION, published_on, name, accounts)


def _accounts(year: int) -> str:
    lines = query("finance_accounts")
    if year != OTHER_HEADINGS_YEAR:
        return lines
    return lines.replace('"OrganisationName"', '"Organisation Name"').replace(
        '"Total"', '"Value number"'
    )


@dataclass(frozen=True)
class BoardPaper:
    """One sheet, whose title says year, quarter and unit."""

    year: int
    quarter: int
    unit: str
    published_on: date

    def write(self, world: World, path: Path) -> int:
        """Writes the workbook and returns the number of its records."""
        title = (
            f"Pay and agency spend by trust, year to date, quarter {self.quarter}"
            f" {self.year}/{(self.year + 1) % 100}, £ {self.unit}"
        )
        columns = world.columns(
            query("finance_pay_to_date"), {"financial_year": self.year, "quarter": self.quarter}
        )
        with modern_workbook(path, title, self.published_on) as workbook:
            return write_titled_sheet(
                workbook, "Pay", (title, SYNTHETIC_NOTE), columns, ("Unaudited.",)
            )
