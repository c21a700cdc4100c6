"""What `docs/adding_a_publication.md` says: copy the worked example's files, rename, it works."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import duckdb
import pytest

from orchestration.home import HOME_VARIABLE, PROJECT_ROOT, Home

PAGE = PROJECT_ROOT / "docs" / "adding_a_publication.md"
SEEDS = [
    "seeds/publications.csv",
    "seeds/publication_calendars.csv",
    "seeds/revision_limits.csv",
]
# The worked example in the words of an invented publication: meals for staff at night.
RENAMED = {
    "covid_sitrep": "night_meals",
    "facilities": "servings",
    "Facility": "Meal",
    "facility": "meal",
    "Provided": "Served",
    "provided": "served",
    "Free staff car parking": "Soup",
    "free staff car parking": "soup",
    "free_staff_car_parking": "soup",
}
RETURN = """Quarter end,Trust code,Trust name,Meal,Served
30/09/2020,RZO,Example Hospitals NHS Trust,Soup,Yes
30/09/2020,RZO,Example Hospitals NHS Trust,Rest space,
"""
STAGED = """
    select period_end, organisation_code, meal, is_served, availability_status, published_on
    from staging.stg_night_meals__servings
    order by row_number
"""
TIMEOUT_SECONDS = 300


def renamed(text: str) -> str:
    """The text in the words of the invented publication; docs blocks keep their names."""
    kept = re.split(r"(doc\('[a-z_]+'\))", text)
    for place in range(0, len(kept), 2):
        for before, after in RENAMED.items():
            kept[place] = kept[place].replace(before, after)
    return "".join(kept)


def files_of_the_page() -> list[str]:
    """The files that the table at the top of the page lists, the seeds apart."""
    listed = re.findall(r"^\| `([^`]+)` \|", PAGE.read_text("utf-8"), re.MULTILINE)
    assert listed[: len(SEEDS)] == SEEDS
    return [path for path in listed[len(SEEDS) :] if "/" in path]


def python_files(root: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in (root / "orchestration").rglob("*.py")
    }


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project to which the invented publication was added as the page says."""
    root = tmp_path_factory.mktemp("project")
    made = shutil.ignore_patterns("target", "logs", "__pycache__")
    for folder in ("orchestration", "dbt_project", "seeds", "expectations"):
        shutil.copytree(PROJECT_ROOT / folder, root / folder, ignore=made)
    shutil.copy(PROJECT_ROOT / "dagster.yaml", root)
    for name in files_of_the_page():
        target = root / renamed(name)
        target.parent.mkdir(exist_ok=True)
        target.write_text(renamed((root / name).read_text("utf-8")), "utf-8")
    for seed in (root / name for name in SEEDS):
        lines = [
            line
            for line in seed.read_text("utf-8").splitlines(keepends=True)
            if line.startswith("covid_sitrep,")
        ]
        assert lines
        with seed.open("a", encoding="utf-8") as added:
            added.writelines(line.replace("covid_sitrep", "night_meals") for line in lines)
    return root


@pytest.fixture(scope="module")
def home(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home in which a return was landed, and its staging model alone was built."""
    home = Home(tmp_path_factory.mktemp("home")).create()
    # The one table of an earlier build that the model's tests look into.
    with duckdb.connect(str(home.warehouse)) as warehouse:
        warehouse.execute("create schema reference")
        warehouse.execute(
            "create table reference.availability_statuses as from read_csv(?)",
            [str(project / "seeds" / "availability_statuses.csv")],
        )
    folder = home.landing / "covid_sitrep" / "2020-10-29"
    folder.mkdir(parents=True)
    # The name and the folder's publication say nothing; the content does.
    (folder / "download (3).txt").write_text(RETURN, "utf-8")
    built = run(
        project,
        home,
        "from orchestration.cli import app; app()",
        "build",
        "--select",
        '+key:"staging/stg_night_meals__servings"',
    )
    assert built.returncode == 0, built.stdout[-4000:] + built.stderr[-4000:]
    assert "Files held: 1 loaded" in built.stdout
    assert "Built what was selected" in built.stdout
    return home


def run(project: Path, home: Home, code: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Python with the copied project, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=project,
        env={
            **os.environ,
            "PYTHONPATH": str(project),
            HOME_VARIABLE: str(home.root),
            "COLUMNS": "100",
        },
        capture_output=True,
        text=True,
        timeout=TIMEOUT_SECONDS,
        check=False,
    )


def test_the_page_lists_every_file_of_the_example() -> None:
    there = {
        str(path.relative_to(PROJECT_ROOT))
        for pattern in (
            "orchestration/publications/covid_sitrep.yml",
            "dbt_project/models/staging/covid_sitrep/*",
            "expectations/raw/covid_sitrep__*.json",
        )
        for path in PROJECT_ROOT.glob(pattern)
    }
    assert set(files_of_the_page()) == there


def test_its_file_is_recognised_and_staged(home: Home) -> None:
    with duckdb.connect(str(home.warehouse), read_only=True) as warehouse:
        assert warehouse.execute(
            "select publication_id, layout_id, status, row_count from raw.files"
        ).fetchall() == [("night_meals", "night_meals_servings", "loaded", 2)]
        assert warehouse.execute(STAGED).fetchall() == [
            (date(2020, 9, 30), "RZO", "soup", True, "observed", date(2020, 10, 29)),
            (date(2020, 9, 30), "RZO", "rest_space", None, "not_collected", date(2020, 10, 29)),
        ]


def test_its_suite_says_what_is_odd(project: Path, home: Home) -> None:
    checked = run(
        project,
        home,
        "import sys; from pathlib import Path; from orchestration.checks import run_suite\n"
        "result = run_suite(Path(sys.argv[1]), 'raw', 'night_meals__servings')\n"
        "print(*[found.expected for found in result.failed('critical')], sep='\\n')\n"
        "print(*[found.expected for found in result.failed('warning')], sep='\\n')",
        str(home.warehouse),
    )
    assert checked.returncode == 0, checked.stderr[-4000:]
    # Two meals of four were asked about, which is worth a warning and nothing more.
    assert checked.stdout.split("\n") == ["", "A trust is asked about all four servings", ""]


def test_no_python_was_written(project: Path) -> None:
    assert python_files(project) == python_files(PROJECT_ROOT)
