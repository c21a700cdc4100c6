"""Returns that nobody publishes, in the layouts of their templates."""

from __future__ import annotations

from collections.abc import Iterator

from orchestration.catalogue import load_catalogue
from orchestration.sample.csv_file import CsvFile
from orchestration.sample.release import Release
from orchestration.sample.world import World
from tests.back_tests.as_of import release_days

LAYOUTS = {
    "nhsei_covid_workforce_returns": """
        select
            assessed_on as "AS_AT_DATE",
            organisation_code as "ORGANISATION_CODE",
            organisation_name as "ORGANISATION_NAME",
            population as "POPULATION_IN_SCOPE",
            staff_in_scope as "STAFF_IN_SCOPE",
            staff_assessed as "STAFF_RISK_ASSESSED",
            null as "MITIGATION_AGREED",
            null as "STAFF_RISK_ASSESSED_PCT",
            true as "IS_SYNTHETIC",
        from risk_assessments
        where published_on = $published_on
        order by all
    """,
    "hee_cpep": """
        select
            intake_year as "INTAKE_YEAR",
            null as "REGION_CODE",
            organisation_code as "PROVIDER_CODE",
            organisation_name as "PROVIDER_NAME",
            upper(profession[1]) || profession[2:] as "PROFESSION",
            'Acute' as "PLACEMENT_SETTING",
            baseline_year as "BASELINE_YEAR",
            additional_placements as "ADDITIONAL_PLACEMENTS",
            placement_capacity as "PLACEMENT_CAPACITY",
            true as "IS_SYNTHETIC",
        from placements
        where published_on = $published_on
        order by all
    """,
    "hee_cpd": """
        select
            year(period_start) || '/' || strftime(as_at, '%y') as "FINANCIAL_YEAR",
            as_at as "AS_AT_DATE",
            null as "REGION_CODE",
            organisation_code as "EMPLOYER_CODE",
            organisation_name as "EMPLOYER_NAME",
            'Not divided' as "PROFESSION",
            committed_gbp as "CPD_COMMITTED_GBP",
            released_gbp as "CPD_RELEASED_GBP",
            true as "IS_SYNTHETIC",
        from development_money
        where published_on = $published_on
        order by all
    """,
}


def releases(world: World) -> Iterator[Release]:
    """All files of the returns that the catalogue reads."""
    known = load_catalogue().publications
    for publication_id, layout in LAYOUTS.items():
        if publication_id in known:
            for published_on in release_days(world, publication_id):
                content = CsvFile(layout, {"published_on": published_on})
                yield Release(publication_id, published_on, f"{publication_id}.csv", content)
