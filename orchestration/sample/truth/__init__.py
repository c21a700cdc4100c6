"""What a sample's files say, metric by metric, worked out from the invented world alone.

`<metric_id>.sql` beside this, or several `<metric_id>__<part>.sql`, gives one row a cell of the
chapter marts, as released last. Other marts have theirs in `marts/<mart>.sql`; what several share
is a view in `shared/`. Nothing here reads a file of the sample or any model, so that tests can hold
every cell of the marts to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from orchestration.sample.world import World

HERE = Path(__file__).parent
PART = "__"


def truth_metrics() -> tuple[str, ...]:
    """The metrics whose truth is known, in alphabetical order."""
    return tuple(dict.fromkeys(_name(path) for path in _queries(HERE)))


def write_truth(world: World, folder: Path) -> tuple[Path, ...]:
    """Writes `<metric_id>.csv` or `<mart>.csv` into `folder`; returns the files.

    Columns of a metric: measure_id, definition_id, period_start, period_end, geography_level,
    organisation_code, breakdown_type, breakdown_value, value, availability_status.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for view in _queries(HERE / "shared"):
        world.connection.execute(view.read_text(encoding="utf-8"))
    queries = [*_queries(HERE), *_queries(HERE / "marts")]
    # Every file is ordered by all its columns. Keeping the order of rows on the way there as well
    # costs memory, and at national size DuckDB 2.0 fails over dictionaries in doing so.
    world.connection.execute("set preserve_insertion_order = false")
    return tuple(_write(world, name, parts, folder) for name, parts in groupby(queries, _name))


def _queries(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.sql"))


def _name(path: Path) -> str:
    return path.stem.partition(PART)[0]


def _write(world: World, name: str, parts: Iterable[Path], folder: Path) -> Path:
    path = folder / f"{name}.csv"
    texts = (part.read_text(encoding="utf-8") for part in parts)
    query = "\nunion all by name\n".join(f"({text}\n)" for text in texts)
    world.connection.sql(query).order("all").write_csv(str(path), header=True)
    return path
