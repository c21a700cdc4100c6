"""Writes the small dbt project: simple figures, with the real models and macros of freshness."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import yaml

from orchestration.catalogue.load import SEEDS
from orchestration.dbt.project import PROJECT_DIR
from orchestration.edition.audit import REQUIRED
from tests.simulation.cast import CAST, METRICS, Player
from tests.simulation.catalogue import CUT
from tests.simulation.models import (
    BLOCKING_TEST,
    CHAPTER,
    HISTORY,
    LIMITS,
    METRIC,
    SCORECARD,
    STAGING,
    WITHDRAWN,
)
from tests.small_build import contracts

REAL = (
    "profiles.yml",
    "macros/generate_schema_name.sql",
    "macros/freshness",
    "macros/dialect/dates.sql",
    "macros/statements/status_day.sql",
    "models/reference/_register__sources.yml",
    "models/reference/files.sql",
    "models/reference/freshness_subjects.sql",
    "models/reference/periods_received.sql",
    "models/reference/release_calendar.sql",
    "models/marts/freshness.sql",
)
CHAPTERS = (
    "looking_after_our_people",
    "belonging_in_the_nhs",
    "new_ways_of_working_and_delivering_care",
    "growing_for_the_future",
)
PROJECT = """
name: people_plan
version: "1.0.0"
config-version: 2
profile: people_plan
model-paths: [models]
macro-paths: [macros]
seed-paths: [../seeds]
test-paths: [tests]
flags: {{send_anonymous_usage_stats: false}}
models:
  people_plan:
    +materialized: table
    staging: {{+schema: staging}}
    intermediate:
      +schema: intermediate
      metrics: {{+schema: metrics}}
    marts: {{+schema: marts}}
    reference: {{+schema: reference}}
seeds: {seed_settings}
"""


def write_project(folder: Path) -> None:
    """The whole project, beside its seeds; it connects as the real one does."""
    for name in REAL:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        source = PROJECT_DIR / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
    files = {
        "dbt_project.yml": PROJECT.format(
            seed_settings=json.dumps({"people_plan": {"+schema": "reference", **_types()}}),
        ),
        "models/staging/_sources.yml": json.dumps(
            {"sources": [{"name": "raw", "schema": "raw", "tables": _sources()}]}
        ),
        "models/intermediate/int_observations.sql": "\nunion all\n".join(
            f"select * from {{{{ ref('{metric}') }}}}" for metric in METRICS
        ),
        "models/marts/metric_history.sql": HISTORY,
        "models/marts/scorecard.sql": SCORECARD,
        "models/reference/revision_limits.sql": LIMITS,
        "tests/no_rate_above_five_hundred.sql": BLOCKING_TEST,
        **{f"models/staging/{p.publication_id}/stg_{p.raw_table}.sql": _staged(p) for p in CAST},
        **{
            f"models/intermediate/metrics/{metric}.sql": METRIC.format(
                publication_id=player.publication_id, metric_id=metric
            )
            for metric, player in METRICS.items()
        },
        **{f"models/marts/{one}.sql": CHAPTER.format(chapter_id=one) for one in CHAPTERS},
    }
    built = {Path(name).stem for name in [*files, *REAL]} | CUT.keys()
    for schema, tables in REQUIRED.items():
        for table in set(tables) - built:
            files[f"models/{schema}/{table}.sql"] = _empty(table)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content.lstrip(), "utf-8")


def _staged(player: Player) -> str:
    text = STAGING + (WITHDRAWN if player.restates else "")
    return text.format(raw_table=player.raw_table)


def _sources() -> list[dict[str, str]]:
    return [{"name": one.raw_table} for one in CAST]


def _empty(table: str) -> str:
    columns = contracts().get(table, "name varchar, status varchar").split(", ")
    casts = (f"cast(null as {kind}) as {name}" for name, kind in (one.split() for one in columns))
    return f"select {', '.join(casts)} where false"


def _types() -> dict[str, dict[str, dict[str, str]]]:
    """The column types of the real seeds."""
    declared = [yaml.safe_load(path.read_text("utf-8")) for path in SEEDS.glob("_*.yml")]
    return {
        seed["name"]: {"+column_types": seed["config"]["column_types"]}
        for file in declared
        for seed in file["seeds"]
        if seed["name"] in CUT and "column_types" in seed.get("config", {})
    }
