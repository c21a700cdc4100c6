"""Tests that wait for different homes begin on different workers, and none is lost."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.order import by_home


@dataclass(frozen=True)
class Made:
    name: str
    fixturenames: tuple[str, ...] = ()


PLAIN = [Made(f"plain {number}") for number in range(7)]
SAMPLE = [Made("sample 1", ("sample_home",)), Made("sample 2", ("sample_home", "tmp_path"))]
PUBLISHED = [Made("published", ("published_home",))]
BOTH = [Made("both", ("scattered_home", "sample_home"))]
TESTS = [*PLAIN[:4], *PUBLISHED, *BOTH, *SAMPLE, *PLAIN[4:]]


def test_each_worker_begins_with_a_home() -> None:
    ordered = by_home(TESTS, 2)
    half = len(TESTS) // 2
    assert ordered[:half] == [*SAMPLE, *PLAIN[:3]]
    assert ordered[half:] == [*PUBLISHED, PLAIN[3], *BOTH, *PLAIN[4:]]


@pytest.mark.parametrize("worker_count", [1, 2, 3, 8, 20])
def test_every_test_is_run_once(worker_count: int) -> None:
    ordered = by_home(TESTS, worker_count)
    assert sorted(ordered, key=str) == sorted(TESTS, key=str)


def test_more_tests_of_a_home_than_a_worker_is_given() -> None:
    assert by_home([*PUBLISHED, *SAMPLE], 2) == [*SAMPLE, *PUBLISHED]
