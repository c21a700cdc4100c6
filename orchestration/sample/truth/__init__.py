"""What a sample's files say, metric by metric, worked out from the invented world alone.

`<metric_id>.sql` beside this gives one row a cell of the chapter marts, as released last. Nothing
here reads a file of the sample or any model, so that tests can hold every cell of the marts to it.
"""

from __future__ import annotations

from pathlib import Path

from orchestration.sample.world import World

HERE = Path(__file__).parent


def truth_metrics() -> tuple[str, ...]:
    """The metrics whose truth is known, in alphabetical order."""
    return tuple(sorted(path.stem for path in HERE.glob("*.sql")))


def write_truth(world: World, folder: Path) -> tuple[Path, ...]:
    """Writes `<metric_id>.csv` for each metric into `folder`; returns the files.

    Columns: measure_id, definition_id, period_start, period_end, geography_level,
    organisation_code, breakdown_type, breakdown_value, value, availability_status.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return tuple(_write(world, metric_id, folder) for metric_id in truth_metrics())


def _write(world: World, metric_id: str, folder: Path) -> Path:
    path = folder / f"{metric_id}.csv"
    query = (HERE / f"{metric_id}.sql").read_text(encoding="utf-8")
    world.connection.sql(query).order("all").write_csv(str(path), header=True)
    return path
