"""How much of the invented world is published: a few months of it, or the national history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


class SampleError(Exception):
    """A sample that cannot be written; the message says why and what to do."""


@dataclass(frozen=True)
class Scale:
    """What a sample of one size holds. Months are given by their first day.

    `posts_per_pcn` is the mean number of posts of a network that reports in full; `pcn_factor`
    multiplies the networks per board, each with `practices_per_pcn` practices on average; cells of
    organisations' nationalities below `smallest_nationality_fte` are thinned out, keeping totals.
    `programme_count` programmes of `network_count` health innovation networks report outcomes.
    `practice_roles_from` is the first release of practices that brings the long file along.
    Workforce statistics give `workforce_months` anew in each of `workforce_releases`, their last
    months. Survey benchmark workbooks list `benchmarked_share` of the organisations. `years_from`
    is the first year of yearly publications: seasons and financial years that begin in it.
    """

    name: str
    last_month: date
    rates_from: date
    benchmarking_from: date
    has_benchmarking_archive: bool
    reasons_from: date
    turnover_from: date
    revised_month: date
    posts_per_pcn: float
    pcn_factor: float
    practices_per_pcn: float
    smallest_nationality_fte: float
    programme_count: int
    network_count: int
    benchmarked_share: float
    equality_months: tuple[date, ...]
    leaving_from: date
    workforce_months: tuple[date, ...]
    workforce_releases: tuple[date, ...]
    has_every_practice_file: bool
    practice_roles_from: date
    years_from: int


def _months(first: date, last: date, step: int = 1) -> tuple[date, ...]:
    """Every `step`-th month from `first` to `last`, by their first day."""
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month, step)
    return tuple(date(number // 12, number % 12 + 1, 1) for number in numbers)


SMALL = Scale(
    name="small",
    last_month=date(2024, 7, 1),
    rates_from=date(2022, 4, 1),
    benchmarking_from=date(2023, 7, 1),
    has_benchmarking_archive=False,
    reasons_from=date(2024, 7, 1),
    turnover_from=date(2023, 7, 1),
    revised_month=date(2024, 3, 1),
    posts_per_pcn=7,
    pcn_factor=1.055,
    practices_per_pcn=0.25,
    smallest_nationality_fte=12,
    programme_count=12,
    network_count=4,
    benchmarked_share=0.2,
    equality_months=(
        *(date(year, 9, 1) for year in range(2017, 2022)),
        date(2021, 3, 1),
        date(2022, 3, 1),
        date(2022, 6, 1),
    ),
    leaving_from=date(2021, 4, 1),
    workforce_months=(date(2022, 3, 1), date(2024, 3, 1), date(2024, 6, 1)),
    workforce_releases=(date(2022, 3, 1), date(2024, 6, 1)),
    has_every_practice_file=False,
    practice_roles_from=date(2024, 1, 1),
    years_from=2022,
)

NATIONAL = Scale(
    name="national",
    last_month=date(2024, 7, 1),
    rates_from=date(2022, 4, 1),
    benchmarking_from=date(2022, 4, 1),
    has_benchmarking_archive=True,
    reasons_from=date(2022, 4, 1),
    turnover_from=date(2015, 4, 1),
    revised_month=date(2024, 3, 1),
    posts_per_pcn=12.1,
    pcn_factor=1.195,
    practices_per_pcn=5.04,
    smallest_nationality_fte=0.5,
    programme_count=300,
    network_count=15,
    benchmarked_share=1,
    equality_months=(
        *(date(year, 9, 1) for year in range(2009, 2022)),
        *(date(year, month, 1) for year in (2020, 2021) for month in (3, 6, 12)),
        date(2022, 3, 1),
        date(2022, 6, 1),
    ),
    leaving_from=date(2011, 4, 1),
    workforce_months=_months(date(2009, 9, 1), date(2024, 6, 1)),
    workforce_releases=_months(date(2022, 3, 1), date(2024, 6, 1), step=3),
    has_every_practice_file=True,
    practice_roles_from=date(2022, 7, 1),
    years_from=2018,
)

SCALES = {scale.name: scale for scale in (SMALL, NATIONAL)}


def scale_named(name: str) -> Scale:
    """The scale of that name. Raises `SampleError` where there is none."""
    if name not in SCALES:
        known = " or ".join(SCALES)
        raise SampleError(f"There is no sample scale '{name}': choose {known}.")
    return SCALES[name]
