"""Any cell of the sample leads back to rows of its files, and they are all that it rests on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import duckdb
import orjson
import pytest

from orchestration.catalogue import load_catalogue
from orchestration.edition.rows import rows_of
from orchestration.explain.answer import same_figures
from orchestration.explain.lineage import steps_to
from orchestration.explain.replay import FIGURES, Traced, replay
from orchestration.explain.sources import COLUMN_NUMBERS
from orchestration.home import PROJECT_ROOT, Home
from tests.conftest import people_plan

METRICS = sorted(
    path.stem for path in (PROJECT_ROOT / "dbt_project/models/intermediate/metrics").rglob("*.sql")
)
# What is made of sums: without a row that has an amount, a term or the count is another.
SUMMED = {
    "sickness_absence_rate_trusts",
    "leaver_rate_official_headcount",
    "senior_leaders_bme_pct",
    "nurses_fte_hchs",
    "staff_non_uk_nationality_pct",
    "hcsw_fte",
    "pcn_direct_patient_care_fte",
    "agency_spend_share_of_pay_ytd",
    "volunteers_active",
}
# Between them they use every way that models are written in; the others follow in `make followed`.
ALWAYS = {
    "additional_primary_care_professionals",
    "agency_spend_share",
    "covid_sitrep_staff_facilities",
    "harassment_bullying_abuse_at_work",
    "reason_for_leaving_work_life_balance",
    "registered_nurses_employed",
    "senior_leadership_representation",
    "staff_leaver_rate",
    "volunteers_deployed",
}
# The first release of each definition: what was known then is least, and soonest followed.
ONE_A_DEFINITION = """
select *
from marts.metric_history
where metric_id = $metric_id and value is not null and value <> 0
qualify row_number() over (
    partition by measure_id, definition_id
    order by published_on, hash(period_end, organisation_code, breakdown_value), period_type
) = 1
order by measure_id, definition_id
"""


@pytest.fixture(scope="module")
def edition(sample_home: Home) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(sample_home.edition), read_only=True) as connection:
        yield connection


def manifest(home: Home) -> dict[str, Any]:
    read: dict[str, Any] = orjson.loads((home.dbt_target / "manifest.json").read_bytes())
    return read


@pytest.mark.parametrize(
    "metric_id",
    [
        pytest.param(metric_id, marks=() if metric_id in ALWAYS else pytest.mark.slow)
        for metric_id in METRICS
    ],
)
def test_every_definition_can_be_followed(
    sample_home: Home, edition: duckdb.DuckDBPyConnection, metric_id: str
) -> None:
    """Worked out again from its rows alone, and not without one of them that has an amount."""
    cells = rows_of(edition, ONE_A_DEFINITION, {"metric_id": metric_id})
    assert cells
    known_on = max(cell["published_on"] for cell in cells)
    with replay(
        sample_home, load_catalogue(), manifest(sample_home), metric_id, known_on
    ) as models:
        models.trace()
        for cell in cells:
            what = (cell["measure_id"], cell["definition_id"], cell["organisation_code"])
            traced = models.follow(cell)
            assert traced is not None, what
            assert same_figures(traced.figures, cell), what
            assert any(traced.cells[figure] for figure in FIGURES), what
            models.keep_only(traced.rows)
            again = models.find(cell)
            assert again is not None, what
            assert same_figures(again, cell), what
            if cell["measure_id"] in SUMMED:
                for missing in _with_amounts(models.connection, models, traced):
                    models.keep_only(row for row in traced.rows if row != missing)
                    other = models.find(cell)
                    assert other is None or not same_figures(other, cell), (what, missing)


def _with_amounts(
    connection: duckdb.DuckDBPyConnection, models: Any, traced: Traced, count: int = 2
) -> list[int]:
    """Rows, by their numbers, that give the figure an amount other than zero."""
    found = []
    for number in [*traced.cells["numerator"], *traced.cells["value"]]:
        raw_table, rowid, column = models.sources.locate(number)
        amount = connection.execute(
            f"select try_cast(replace(\"{column}\", ',', '') as double)"
            f' from received."{raw_table}" where rowid = {rowid}'
        ).fetchone()
        if amount and amount[0]:
            found.append(number // COLUMN_NUMBERS * COLUMN_NUMBERS)
    assert found
    return sorted(set(found))[:count]


def test_the_edition_knows_the_way_of_each_metric(
    sample_home: Home, edition: duckdb.DuckDBPyConnection
) -> None:
    walked = manifest(sample_home)
    for metric_id in METRICS:
        published = {
            row["relation"]: set((row["reads_relations"] or "").split("|")) - {""}
            for row in rows_of(
                edition,
                "select * from reference.lineage where metric_id = $metric_id",
                {"metric_id": metric_id},
            )
        }
        steps = {step.name: set(step.parents) for step in steps_to(walked, metric_id)}
        assert published == steps


def test_the_command_says_what_a_figure_is_made_of(sample_home: Home) -> None:
    ended = people_plan(sample_home.root, "explain", "senior_leaders_bme_pct", "2022-06")
    assert ended.returncode == 0, ended.stderr
    for said in (
        "100 x numerator / denominator",
        "definition",
        "sheet 'nhs-workforce-data-june-2022'",
        "Very Senior Manager",
        "SHA-256",
        "(numerator, denominator, base_count)",
        "metrics.senior_leadership_representation",
        "What each release said",
        "made up",
    ):
        assert said in " ".join(ended.stdout.split()), said
    assert all(len(line) <= 100 for line in ended.stdout.splitlines())


def test_other_programs_get_every_row(sample_home: Home) -> None:
    ended = people_plan(
        sample_home.root, "explain", "9a", "latest", "England", "--json", "--rows", "1"
    )
    assert ended.returncode == 0, ended.stderr
    told = json.loads(ended.stdout)
    cell, rows = told["cell"], told["rows"]
    amounts = {
        part: sum(
            float(row["published"][heading])
            for row in rows
            for heading in row["figures"].get(part, [])
        )
        for part in ("numerator", "denominator")
    }
    assert amounts == {"numerator": cell["numerator"], "denominator": cell["denominator"]}
    assert told["unfollowed"] is None
    assert {row["file_id"] for row in rows} <= set(told["files"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["sicknes_absence", "2024-04"], "sickness_absence_rate_trusts"),
        (["harassment_bullying_abuse_at_work", "latest"], "hba_from_managers"),
        (["hba_from_managers", "1999"], "Did you mean"),
        (["sickness_absence_rate", "2023-04", "No Such Trust"], "No organisation"),
        (["sickness_absence_rate", "2023-04", "--breakdown", "shoe=size"], "no breakdown"),
        (["sickness_absence_rate", "2023-04", "--as-of", "May"], "2024-11-28"),
        (["sickness_absence_rate", "2023-04", "--as-of", "2001-01-01"], "no such cell"),
        (["discrimination_from_other_colleagues", "latest"], "not_separately_published"),
    ],
)
def test_what_is_not_there_is_said_plainly(
    sample_home: Home, arguments: list[str], said: str
) -> None:
    ended = people_plan(sample_home.root, "explain", *arguments)
    assert ended.returncode == 2
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr
