"""The same files under other names, twice and in another order give the same marts."""

from __future__ import annotations

import os
import random
from pathlib import Path

import duckdb
import pytest

from orchestration.home import Home
from tests.conftest import build_once, shared_folder


def scatter(source: Path, target: Path) -> None:
    """Copies each landed file twice, under meaningless names, in a shuffled order."""
    landed = sorted(path for path in source.rglob("*") if path.is_file())
    shuffled = random.Random(7).sample(landed, len(landed))
    for number, path in enumerate(shuffled + shuffled[::-1]):
        folder = target / path.parent.relative_to(source)
        folder.mkdir(parents=True, exist_ok=True)
        os.link(path, folder / f"{number:04d}{path.suffix}")


@pytest.fixture(scope="session")
def scattered_home(sample_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    return build_once(
        shared_folder(tmp_path_factory) / "scattered",
        lambda root: scatter(sample_home.landing, root / "landing"),
    )


def test_marts_are_identical(sample_home: Home, scattered_home: Home) -> None:
    with duckdb.connect() as connection:
        connection.execute(f"attach '{sample_home.edition}' as tidy (read_only)")
        connection.execute(f"attach '{scattered_home.edition}' as scattered (read_only)")
        marts = [
            name
            for (name,) in connection.execute(
                "select table_name from duckdb_tables() where database_name = 'tidy' "
                "and schema_name = 'marts' order by table_name"
            ).fetchall()
        ]
        assert len(marts) >= 6
        for mart in marts:
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
