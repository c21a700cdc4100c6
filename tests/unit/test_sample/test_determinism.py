"""The same seed gives the same bytes; another seed gives other figures of another country."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from orchestration.sample import SampleError, write_sample
from orchestration.sample.scales import SMALL
from orchestration.sample.world import SCRIPTS, World

WRITE = "import sys, pathlib, orchestration.sample as s; s.write_sample(pathlib.Path(sys.argv[1]))"


def contents(landing: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(landing)): path.read_bytes()
        for path in landing.rglob("*")
        if path.is_file()
    }


def test_same_seed_gives_same_bytes_in_another_process(landing: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", WRITE, str(tmp_path)], check=True, timeout=300)
    ours, theirs = contents(landing), contents(tmp_path)
    assert ours.keys() == theirs.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []


def test_another_seed_gives_other_figures_of_another_country() -> None:
    lost = "select organisation_code, fte_days_lost from organisation_sickness where month = $month"
    month = {"month": SMALL.last_month}
    scripts = SCRIPTS[: SCRIPTS.index("sickness_lines") + 1]
    with World(SMALL, 2020, scripts=scripts) as usual, World(SMALL, 7, scripts=scripts) as other:
        ours, theirs = usual.rows(lost, month), other.rows(lost, month)
    assert len(ours) == len(theirs) == 285
    assert set(ours) & set(theirs) == set()


def test_stays_small(landing: Path) -> None:
    assert sum(map(len, contents(landing).values())) < 60_000_000


def test_unknown_scale_is_named_with_those_that_exist(tmp_path: Path) -> None:
    with pytest.raises(SampleError, match="'huge': choose small or national"):
        write_sample(tmp_path, scale="huge")
    assert list(tmp_path.iterdir()) == []
