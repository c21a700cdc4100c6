"""The page of back tests, from what was compared; `python -m tests.back_tests.page` writes it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from orchestration.back_tests import Line, in_words, write
from tests.back_tests.build import build
from tests.back_tests.comparison import BackTest, back_tests


def lines(tests: list[BackTest]) -> list[Line]:
    """The lines of the page."""
    return [
        Line(
            known_value_id=test.known_value_id,
            publication_id=test.publication_id,
            subject=test.subject,
            unit=test.unit.replace("_", " "),
            period=in_words(test.period_start, test.period_end),
            published_on=test.published_on,
            printed=f"{test.printed:,}",
            computed=None if test.computed is None else f"{test.computed:,}",
            agrees=test.agrees,
            computed_from=test.computed_from,
            cited_from=test.cited_from,
            reason=test.reason,
        )
        for test in tests
    ]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        write(lines(back_tests(build(Path(folder)))))
