"""Which test worker begins with which home, so that homes are built side by side.

The first test that asks for a home builds it, and whoever else asks waits. `--dist worksteal`
gives each worker one stretch of the tests and evens out later; so the tests of each home stand
where a stretch begins, and whatever needs no home fills up the stretches.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

SAMPLE = "sample_home"
# Building the sample as a user does takes about as long as the others together.
OTHERS = ("published_home", "back_test_home", "scattered_home")


class Test(Protocol):
    """A test that names what it needs."""

    @property
    def fixturenames(self) -> Sequence[str]: ...


T = TypeVar("T", bound=Test)


def by_home(tests: Sequence[T], worker_count: int) -> list[T]:
    """The tests in the order in which workers should be given them."""
    starts: list[list[T]] = [[] for _ in range(worker_count)]
    for number, home in enumerate(OTHERS):
        starts[number % (worker_count - 1) + 1 if worker_count > 1 else 0] += [
            test for test in tests if _waits_for(test) == home
        ]
    # After the others: where there is one worker only, they do not need it.
    starts[0] += [test for test in tests if _waits_for(test) == SAMPLE]
    rest = iter([test for test in tests if _waits_for(test) is None])
    ordered: list[T] = []
    for number, start in enumerate(starts):
        end = len(ordered) + (len(tests) - len(ordered)) // (worker_count - number)
        ordered += start
        ordered += [test for _, test in zip(range(end - len(ordered)), rest, strict=False)]
    return [*ordered, *rest]


def _waits_for(test: Test) -> str | None:
    """The home that a test begins with; None where it needs none, or compares two."""
    needed = {SAMPLE, *OTHERS}.intersection(test.fixturenames)
    return needed.pop() if len(needed) == 1 else None
