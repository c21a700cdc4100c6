"""What a sample's files say, metric by metric, worked out from the invented world alone.

`<metric_id>.sql` beside this gives one row a cell of the chapter marts, as released last. Other
marts have theirs in `marts/<mart>.sql`. Nothing here reads a file of the sample or any model, so
that tests can hold every cell of the marts to it.
"""

from __future__ import annotations

from pathlib import Path

from orchestration.sample.world import World

HERE = Path(__file__).parent


def truth_metrics() -> tuple[str, ...]:
    """The metrics whose truth is known, in alphabetical order."""
    return tuple(sorted(path.stem for path in HERE.glob("*.sql")))


def write_truth(world: World, folder: Path) -> tuple[Path, ...]:
    """Writes `<metric_id>.csv` or `<mart>.csv` into `folder`; returns the files.

    Columns of a metric: measure_id, definition_id, period_start, period_end, geography_level,
    organisation_code, breakdown_type, breakdown_value, value, availability_status.
    """
    folder.mkdir(parents=True, exist_ok=True)
    queries = [*HERE.glob("*.sql"), *(HERE / "marts").glob("*.sql")]
    return tuple(_write(world, query, folder) for query in sorted(queries))


def _write(world: World, source: Path, folder: Path) -> Path:
    path = folder / f"{source.stem}.csv"
    query = source.read_text(encoding="utf-8")
    world.connection.sql(query).order("all").write_csv(str(path), header=True)
    return path
