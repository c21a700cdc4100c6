"""What only the national scale publishes is printed in its layout as well."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from orchestration.sample import SCALES
from orchestration.sample.releases import sickness_absence
from orchestration.sample.world import World


def test_benchmarking_archive_spans_four_years(tmp_path: Path) -> None:
    scale = replace(SCALES["small"], has_benchmarking_archive=True)
    with World(scale, 2020) as world:
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
