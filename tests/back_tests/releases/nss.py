"""The staff survey: benchmark workbooks, and answers of all trusts or by ethnicity."""

from __future__ import annotations

from collections.abc import Iterator

from orchestration.sample.release import Release
from orchestration.sample.releases.nss import SurveyWorkbook
from orchestration.sample.releases.nss_benchmark import BenchmarkWorkbook
from orchestration.sample.world import World

PUBLICATION = "nss"


def releases(world: World) -> Iterator[Release]:
    """All files of the publication."""
    for year, published_on in world.rows(
        "select reporting_year, published_on from survey_workbooks order by published_on"
    ):
        name = f"NHS Staff Survey {year} benchmark workbook.xlsx"
        workbook = BenchmarkWorkbook(year, published_on, is_corrected=True)
        yield Release(PUBLICATION, published_on, name, workbook)
    for year, published_on, sheet in world.rows(
        "select distinct survey_year, published_on, sheet"
        " from answered inner join survey_items using (survey_year) order by all"
    ):
        name = f"NHS Staff Survey {year} - {sheet}.xls"
        yield Release(PUBLICATION, published_on, name, SurveyWorkbook(year, sheet, "ethnicity"))
