"""Writes the releases of an invented world into a landing folder."""

from __future__ import annotations

from pathlib import Path

from orchestration.sample.release import Release
from orchestration.sample.releases import all_releases
from orchestration.sample.report import SampleFile, SampleReport
from orchestration.sample.scales import scale_named
from orchestration.sample.truth import write_truth
from orchestration.sample.world import World


def write_sample(
    landing: Path, *, scale: str = "small", seed: int = 2020, truth: Path | None = None
) -> SampleReport:
    """Writes `landing/<publication_id>/<published_on>/<name as the publisher gives it>`.

    With `truth`, what the marts must make of it goes to `<truth>/<metric_id>.csv`.

    The same scale and seed give the same bytes. Every row says that it is synthetic. Raises
    `SampleError` for a scale that does not exist.
    """
    with World(scale_named(scale), seed) as world:
        files = tuple(_write(world, release, landing) for release in all_releases(world))
        if truth:
            write_truth(world, truth)
    return SampleReport(landing=landing, scale=scale, seed=seed, files=files)


def _write(world: World, release: Release, landing: Path) -> SampleFile:
    folder = landing / release.publication_id / release.published_on.isoformat()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / release.file_name
    row_count = release.content.write(world, path)
    return SampleFile(
        path=path,
        publication_id=release.publication_id,
        published_on=release.published_on,
        row_count=row_count,
        size_bytes=path.stat().st_size,
    )
