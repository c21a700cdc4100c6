"""Turnover: a workbook for each year that was printed, and the rates that were quoted."""

from __future__ import annotations

from collections.abc import Iterator

from orchestration.sample.csv_file import CsvFile
from orchestration.sample.release import Release
from orchestration.sample.releases.national_turnover import PUBLICATION, TurnoverWorkbook
from orchestration.sample.releases.queries import query
from orchestration.sample.world import World
from tests.back_tests.as_of import AsOf


def releases(world: World) -> Iterator[Release]:
    """All files of the publication."""
    for published_on, month in world.rows(
        "select distinct published_on, closing_month from turnover_totals order by all"
    ):
        name = f"NHS Workforce Statistics, {month:%B %Y} Turnover tables.xlsx"
        workbook = AsOf(published_on, TurnoverWorkbook(month))
        yield Release(PUBLICATION, published_on, name, workbook)
    for (published_on,) in world.rows(
        "select published_on from known where measure_id = 'leaver_rate_nhse_management'"
    ):
        rates = AsOf(published_on, CsvFile(query("turnover_management_rates")))
        yield Release(PUBLICATION, published_on, "Leaver rates quoted.csv", rates)
