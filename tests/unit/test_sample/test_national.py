"""The national scale is as large as England, and what it alone publishes can be read as well.

Nothing is written whole: sizes are counted in the world's first tables, which take seconds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from orchestration.catalogue import load_catalogue
from orchestration.ingest.reader import read_file
from orchestration.sample import SCALES
from orchestration.sample.releases import (
    apprenticeships,
    gp_workforce,
    sickness_absence,
)
from orchestration.sample.releases.workforce_stats import LAST_WITHOUT_BOARDS
from orchestration.sample.world import SCRIPTS, World
from orchestration.sample.zip_file import ZipFile


def up_to(script: str) -> tuple[str, ...]:
    """The scripts of the world down to this one: what it needs, and no more."""
    return SCRIPTS[: SCRIPTS.index(script) + 1]


def test_benchmarking_archive_spans_four_years(tmp_path: Path) -> None:
    scale = replace(SCALES["small"], has_benchmarking_archive=True)
    with World(scale, 2020, scripts=up_to("sickness_lines")) as world:
        archive = next(
            release
            for release in sickness_absence.releases(world)
            if "2018 to March 2022" in release.file_name
        )
        rows = archive.content.write(world, tmp_path / "archive.csv")
    lines = (tmp_path / "archive.csv").read_text("utf-8").splitlines()
    assert lines[0].startswith("Month,Tm End Date,Org code,Org name,Cluster group,")
    assert lines[1].startswith("April 2018,30/04/2018,")
    assert lines[-1].startswith("March 2022,31/03/2022,")
    assert len(lines) - 1 == rows > 48 * 3000


def test_scales_differ_in_size_only() -> None:
    small, national = SCALES["small"], SCALES["national"]
    assert small.last_month == national.last_month
    assert national.turnover_from < small.turnover_from
    assert national.posts_per_pcn > small.posts_per_pcn
    assert set(small.equality_months) <= set(national.equality_months)
    assert set(small.workforce_releases) <= set(national.workforce_releases)


@pytest.fixture(scope="module")
def england() -> Iterator[World]:
    """The national world as far as its organisations, practices and their files."""
    with World(SCALES["national"], 2020, scripts=up_to("practice_files")) as world:
        yield world


@pytest.mark.parametrize(
    ("counted", "fewest", "most"),
    [
        ("(select distinct icb_code from areas)", 42, 42),
        ("practices where closes_on > getvariable('last_month')", 6000, 6500),
        ("networks", 1200, 1300),
        ("staff_groups", 13, 15),
        ("organisation_months where month = '2024-06-01' and is_nhs_trust", 200, 230),
        ("organisation_months where month = '2024-06-01' and kind = 'icb'", 42, 42),
        # Foundation trusts, primary care trusts or commissioning groups, and national bodies.
        ("organisation_months where month = '2015-06-01' and kind <> 'company'", 300, 480),
        ("(select distinct month from practice_files where month >= '2021-07-01')", 37, 37),
        ("(select distinct month from practice_files where month < '2021-07-01')", 24, 24),
    ],
)
def test_counts_are_those_of_england(england: World, counted: str, fewest: int, most: int) -> None:
    ((count,),) = england.rows(f"select count(*) from {counted}")
    assert fewest <= count <= most


def test_months_have_no_gap(england: World) -> None:
    months = england.months(date(2009, 9, 1), date(2024, 6, 1))
    assert list(england.scale.workforce_months) == months
    assert england.scale.workforce_releases[0] == LAST_WITHOUT_BOARDS
    assert england.scale.workforce_releases[-1] == months[-1]


def test_raw_rows_are_tens_of_millions(england: World) -> None:
    """Two tables alone: practices by role, and staff in post by group and organisation."""
    roles = england.rows(
        """
        select 2 * (
            (select count(distinct (practice_code, detailed_role)) from practice_posts)
            + (select 4 * count(*) from practices)
        ) * (select count(distinct published_on) from practice_files where published_on >= $first)
        """,
        {"first": england.scale.practice_roles_from},
    )[0][0]
    staff = england.rows(
        """
        select 2 * count(*)
        from staff_months
        inner join organisations using (organisation_code)
        cross join (select unnest(getvariable('workforce_releases')) as last_month) as releases
        where
            staff_months.month <= releases.last_month
            and list_contains(getvariable('workforce_months'), staff_months.month)
            and organisations.kind <> 'company'
        """
    )[0][0]
    assert roles > 4_000_000
    # Totals and main groups stand beside the groups that are counted here.
    assert staff > 8_000_000


def test_every_month_of_practices_is_released_once(england: World) -> None:
    released = [
        release.content
        for release in gp_workforce.releases(england)
        if isinstance(release.content, ZipFile)
    ]
    names = [name for content in released for name in content.members]
    assert len(set(names)) == len(names) == 60 + 26


def test_long_apprenticeship_series_is_read(tmp_path: Path) -> None:
    """Every year since 2015 has starts in every subject that the reader asks for."""
    scale = replace(SCALES["small"], turnover_from=SCALES["national"].turnover_from)
    with World(scale, 2020, scripts=up_to("apprenticeships")) as world:
        for number, release in enumerate(apprenticeships.releases(world)):
            path = tmp_path / f"{number}.csv"
            release.content.write(world, path)
            folder = tmp_path / str(number)
            folder.mkdir()
            reading = read_file(path, load_catalogue(), folder)
            assert (reading.status, reading.reason) == ("loaded", None)
