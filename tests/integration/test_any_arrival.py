"""The same files under other names, twice and in another order give the same marts."""

from __future__ import annotations

import os
import random
from datetime import date
from pathlib import Path

import duckdb
import pytest

from orchestration.catalogue import load_catalogue
from orchestration.home import Home
from tests.conftest import made_once, shared_folder
from tests.private_build import TABLES_ONLY, build_privately

# One order of all files, which costs a whole build; of some files `make test` plays others.
pytestmark = pytest.mark.slow


def belonging(source: Path) -> dict[str, Path]:
    """Each landed file twice, by names that mean nothing, in a shuffled order."""
    landed = sorted(path for path in source.rglob("*") if path.is_file())
    shuffled = random.Random(7).sample(landed, len(landed))
    return {f"{number:04d}": path for number, path in enumerate(shuffled + shuffled[::-1])}


def scatter(source: Path, target: Path) -> None:
    """Puts them into one heap that tells the day of publication and nothing else."""
    for name, path in belonging(source).items():
        folder = target / "heap" / path.parent.name
        folder.mkdir(parents=True, exist_ok=True)
        os.link(path, folder / name)


@pytest.fixture(scope="session")
def scattered_home(landing: Path, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home with the tables of the scattered files; what tests them is the sample's build."""

    def build(root: Path) -> None:
        home = Home(root)
        scatter(landing, home.landing)
        build_privately(home, date.today(), TABLES_ONLY)

    return made_once(shared_folder(tmp_path_factory) / "scattered", build)


def test_content_alone_tells_the_publication(landing: Path, scattered_home: Home) -> None:
    with duckdb.connect(str(scattered_home.warehouse), read_only=True) as connection:
        found = connection.execute(
            """
            select distinct
                regexp_extract(landed_as, '([^/!]+)(!.*)?$', 1) as name,
                files.publication_id,
                file_arrivals.stated_publication_id
            from raw.file_arrivals
            inner join raw.files using (file_id)
            """
        ).fetchall()
    belongs = {name: path.parent.parent.name for name, path in belonging(landing).items()}
    assert sorted(found) == [(name, belongs[name], None) for name in sorted(belongs)]
    assert set(belongs.values()) == set(load_catalogue().publications)


def test_marts_are_identical(sample_home: Home, scattered_home: Home) -> None:
    with duckdb.connect() as connection:
        connection.execute(f"attach '{sample_home.edition}' as tidy (read_only)")
        connection.execute(f"attach '{scattered_home.warehouse}' as scattered (read_only)")
        marts, scattered = (
            {
                name
                for (name,) in connection.execute(
                    "select table_name from duckdb_tables() where database_name = $database "
                    "and schema_name = 'marts'",
                    {"database": database},
                ).fetchall()
            }
            for database in ("tidy", "scattered")
        )
        assert marts == scattered
        assert len(marts) >= 6
        for mart in sorted(marts):
            rows = connection.execute(f'select count(*) from tidy.marts."{mart}"').fetchone()
            different = connection.execute(
                f"""
                select count(*) from (
                    (from tidy.marts."{mart}" except all from scattered.marts."{mart}")
                    union all
                    (from scattered.marts."{mart}" except all from tidy.marts."{mart}")
                )
                """
            ).fetchone()
            assert (mart, different) == (mart, (0,)), f"{rows} rows"


def test_second_arrivals_are_named_duplicates(scattered_home: Home) -> None:
    with duckdb.connect(str(scattered_home.warehouse), read_only=True) as connection:
        outcomes = connection.execute(
            "select count(*) filter (outcome = 'duplicate'), count(*) from raw.file_arrivals"
        ).fetchone()
    assert outcomes is not None
    duplicates, arrivals = outcomes
    assert duplicates * 2 == arrivals
