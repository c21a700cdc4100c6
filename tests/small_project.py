"""A dbt project of a few models, with a test of every kind and one that can be made to fail."""

from __future__ import annotations

import shutil
from pathlib import Path

from orchestration.home import PROJECT_ROOT

FILES = {
    "dbt_project.yml": """
name: small
version: "1.0.0"
config-version: 2
profile: people_plan
model-paths: [models]
seed-paths: [seeds]
test-paths: [tests]
models:
  small:
    +materialized: table
    staging: {+schema: staging}
    marts: {+schema: marts}
seeds: {small: {+schema: reference}}
""",
    "seeds/words.csv": "word,rank\none,1\ntwo,2\n",
    "models/staging/nss/_sources.yml": """
sources: [{name: raw, schema: raw, tables: [{name: nss__answers}]}]
""",
    "models/staging/nss/stg_nss__answers.sql": """
select answer::integer as answer from {{ source('raw', 'nss__answers') }}
""",
    "models/marts/scorecard.sql": """
select answers.answer, words.word, answers.answer * 2 as doubled
from {{ ref('stg_nss__answers') }} as answers
left join {{ ref('words') }} as words on words.rank = answers.answer
""",
    "models/marts/after.sql": "select count(*) as answers from {{ ref('scorecard') }}",
    "models/_models.yml": """
models:
  - name: scorecard
    description: What was answered.
    columns:
      - name: answer
        description: The answer.
        data_type: integer
        data_tests:
          - not_null
          - accepted_values: {arguments: {values: [1, 2]}, config: {severity: warn}}
          - unique
unit_tests:
  - name: it_doubles
    model: scorecard
    given:
      - {input: ref('stg_nss__answers'), rows: [{answer: 4}]}
      - {input: ref('words'), rows: [{word: four, rank: 4}]}
    expect: {rows: [{answer: 4, word: four, doubled: 8}]}
""",
    "tests/every_answer_is_kept.sql": """
select 1 from {{ ref('scorecard') }}
having count(*) <> (select count(*) from {{ ref('stg_nss__answers') }})
""",
}


def small_project(folder: Path) -> Path:
    """Write the project into `folder`; it connects as the real one does."""
    for name, content in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content.lstrip(), "utf-8")
    real = PROJECT_ROOT / "dbt_project"
    shutil.copy(real / "profiles.yml", folder)
    (folder / "macros").mkdir(exist_ok=True)
    shutil.copy(real / "macros" / "generate_schema_name.sql", folder / "macros")
    return folder
